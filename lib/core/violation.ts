/** `range` is too long, `conflict` is two fields that exclude each other. */
export type ViolationCode = 'required' | 'format' | 'type' | 'range' | 'conflict';

export interface Violation {
  readonly field: string;
  readonly code: ViolationCode;
  /** As the client sent it. Absent when the field was. */
  readonly value?: unknown;
}

/** Why something could not be read. */
export interface Invalid {
  readonly violations: readonly Violation[];
}
