/** All the words of one language. `{name}` is the place of a value; every language uses the same names. */
export interface Catalog {
  /** The direction of writing, as in HTML. */
  readonly dir: 'ltr' | 'rtl';
  readonly problems: Readonly<Record<ProblemSlug, ProblemWords>>;
  /** Replaces the detail of `delivery-failed` when the message may have been sent. */
  readonly deliveryUnknown: string;
  /** Replaces the detail of `target-throttled` after too many wrong codes. */
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
  | 'email-budget-spent'
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
  /** For the developer of the client: what to do. */
  readonly advice: string;
}

/** A violation's code, or its field and code where one text does not fit all fields. */
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
  | 'nonce.format'
  | 'Idempotency-Key.format';

export interface EmailWords {
  /** Also the heading. */
  readonly subject: string;
  /** Shown in the notification. Begins with the code. */
  readonly preheader: string;
  readonly expiry: string;
  readonly never: string;
  readonly asked: string;
  readonly ignore: string;
}
