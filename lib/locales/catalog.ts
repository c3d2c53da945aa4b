/** All the words of one language. `{name}` stands for a value; every language uses the same ones. */
export interface Catalog {
  /** Which way the language is written, as in HTML. */
  readonly dir: 'ltr' | 'rtl';
  readonly problems: Readonly<Record<ProblemSlug, ProblemWords>>;
  /** In place of the detail of `delivery-failed` when the message may have been sent after all. */
  readonly deliveryUnknown: string;
  /** In place of the detail of `target-throttled` after too many wrong codes. */
  readonly targetLocked: string;
  readonly violations: Readonly<Record<ViolationWord, string>>;
  readonly problemPage: Readonly<Record<'all' | 'intro' | 'why' | 'advice' | 'example' | 'fields', string>>;
  readonly email: EmailWords;
  /** One segment of 160 characters, or 70 where the language needs more than the GSM alphabet. */
  readonly sms: string;
}

export type ProblemSlug =
  | 'invalid-request'
  | 'malformed-body'
  | 'unsupported-media'
  | 'body-too-large'
  | 'not-found'
  | 'method-not-allowed'
  | 'forbidden'
  | 'target-throttled'
  | 'caller-throttled'
  | 'sms-budget-spent'
  | 'service-throttled'
  | 'sms-not-supported'
  | 'email-not-supported'
  | 'delivery-failed'
  | 'code-invalid'
  | 'code-expired'
  | 'internal-error';

/** `title` is the same for every instance of a problem, `detail` may vary. `why` and `advice` are for its page. */
export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  readonly why: string;
  /** What a client should do. */
  readonly advice: string;
}

/** A violation's code, or its field and code where one text does not serve all. */
export type ViolationWord =
  | 'required'
  | 'conflict'
  | 'type'
  | 'range'
  | 'email.format'
  | 'phone.format'
  | 'code.required'
  | 'code.format'
  | 'challenge_id.required'
  | 'challenge_id.format'
  | 'Idempotency-Key.format';

export interface EmailWords {
  /** Also the heading. */
  readonly subject: string;
  /** What a notification shows. Begins with the code. */
  readonly preheader: string;
  readonly expiry: string;
  readonly never: string;
  readonly asked: string;
  readonly ignore: string;
}
