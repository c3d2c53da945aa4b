/** What the element itself says, in one language. What went wrong, the service says. */
export interface ElementWords {
  readonly address: string;
  readonly send: string;
  /** `{target}` is masked. */
  readonly code: string;
  readonly signIn: string;
  readonly resend: string;
  readonly resent: string;
  readonly change: string;
  /** Under a button that cannot be used for `{seconds}`. */
  readonly wait: string;
  readonly signedIn: string;
  readonly noAnswer: string;
}
