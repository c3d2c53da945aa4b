/** `range` is too long, `conflict` is two fields that exclude each other. */
export type ViolationCode = 'required' | 'format' | 'type' | 'range' | 'conflict';

export interface Violation {
  readonly field: string;
  readonly code: ViolationCode;
  /** As the client sent it; absent when the field was. */
  readonly value?: unknown;
}

/** What could not be read. */
export interface Invalid {
  readonly violations: readonly Violation[];
}
