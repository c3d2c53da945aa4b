/**
 * What goes over the wire, as the client shows it. Written out, so that the package needs no other package for its types;
 * `test/client/types.test.ts` holds them to the contract's schemas.
 */
export type Target =
  | { readonly email: string; readonly phone?: never }
  | { readonly phone: string; readonly email?: never };

export interface Sent {
  readonly channel: 'email' | 'sms';
  /** Masked: to show, not to send to. */
  readonly target: string;
  /** Seconds until the code is no longer valid. */
  readonly expires_in: number;
  readonly challenge_id: string;
}

export interface SignedIn {
  /** Proves to your backend whose address or number it is. */
  readonly token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly channel: 'email' | 'sms';
  readonly target: string;
  readonly device_token?: string;
}

export type Result<Data> = (Data & { readonly ok: true }) | { readonly ok: false; readonly problem: Problem };

/** Told apart by `slug`, the end of the problem's `type`. */
export type Problem =
  | (Described<'invalid-request', 400> & { readonly errors: readonly Violation[] })
  | (Described<Throttle, 429> & { readonly retry_after: number; readonly i18n_args: { readonly retry_after: number } })
  | (Described<'code-invalid', 400> & { readonly i18n_args: { readonly attempts_left: number } })
  /** With a `challenge_id` the code may still arrive, and `verify` takes it. */
  | (Described<'delivery-failed', 500> & { readonly challenge_id?: string })
  | Described<'malformed-body' | 'sms-not-supported' | 'email-not-supported' | 'code-expired', 400>
  | Described<'forbidden', 403>
  | Described<'not-found', 404>
  | Described<'method-not-allowed', 405>
  | Described<'body-too-large', 413>
  | Described<'unsupported-media', 415>
  | Described<'internal-error', 500>
  | NoAnswer;

export type Throttle =
  | 'target-throttled'
  | 'caller-throttled'
  | 'sms-budget-spent'
  | 'email-budget-spent'
  | 'service-throttled';

interface Described<Slug extends string, Status extends number> {
  readonly slug: Slug;
  readonly type: string;
  /** In the language that was asked for, as `detail` is: fit to be shown. */
  readonly title: string;
  readonly detail: string;
  readonly status: Status;
  readonly instance: string;
  readonly code: number;
  readonly i18n_key: string;
  readonly request_id: string;
  readonly service: string;
  readonly trace_id?: string;
  readonly span_id?: string;
  readonly timestamp?: string;
}

export interface Violation {
  readonly field: string;
  readonly code: 'required' | 'conflict' | 'type' | 'format' | 'range';
  readonly description: string;
  readonly value?: unknown;
}

/** Nothing came back, or nothing of ours: the device is offline, or something in between answered. */
export interface NoAnswer {
  readonly slug: 'no-answer';
}
