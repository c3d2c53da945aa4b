/**
 * The words of one language, cut by who reads them: a function loads only the part that it needs. `{name}` is the place
 * of a value; every language uses the same names.
 */
export interface Answers {
  readonly problems: Readonly<Record<ProblemSlug, ProblemWords>>;
  /** Replaces the detail of `delivery-failed` when the message may have been sent. */
  readonly deliveryUnknown: string;
  /** Replaces the detail of `target-throttled` after too many wrong codes. */
  readonly targetLocked: string;
  readonly violations: Readonly<Record<ViolationWord, string>>;
}

/** The pages that explain problems, to developers of clients. */
export interface Pages {
  readonly labels: Readonly<Record<'all' | 'intro' | 'why' | 'advice' | 'example' | 'fields', string>>;
  readonly problems: Readonly<Record<ProblemSlug, Explanation>>;
}

/** What `<login-code>` says by itself. What went wrong, the service says. */
export interface ElementWords {
  /** The label of the field; `email` or `phone` in its place, where only that is taken. */
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly send: string;
  /** `{target}` is masked. */
  readonly code: string;
  readonly signIn: string;
  readonly resend: string;
  readonly resent: string;
  readonly change: string;
  /** On a button that cannot be used for `{seconds}`. */
  readonly wait: string;
  readonly signedIn: string;
  readonly noAnswer: string;
}

/** What is sent to people. */
export interface Messages {
  readonly email: EmailWords;
  readonly sms: SmsWords;
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

/** `title` is the same for every instance of a problem, `detail` may vary. */
interface ProblemWords {
  readonly title: string;
  readonly detail: string;
}

interface Explanation {
  readonly why: string;
  /** What the developer of the client should do. */
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

interface EmailWords {
  readonly subject: string;
  /** What the code is for. Stands above it. */
  readonly heading: string;
  /** Shown in the notification. Begins with the code. */
  readonly preheader: string;
  readonly expiry: string;
  readonly never: string;
  readonly asked: string;
  readonly ignore: string;
  /** Before an address on the web where people find help. */
  readonly help: string;
}

/** A text must fit one segment: 160 characters of the GSM alphabet, or 70 if it needs any other. */
export interface SmsWords {
  readonly full: string;
  /** Where the brand and the domain leave no room for `full`: how long the code lives is left out. */
  readonly short: string;
  /** Where they leave no room for `short` either: only the code, and whose it is. */
  readonly brief: string;
}
