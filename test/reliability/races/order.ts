import type { Millis } from '../../../lib/core/time.ts';
import type { Environment } from '../../../lib/settings/reader.ts';

/** What a process is started with. */
export interface Setup {
  readonly env: Environment;
  /** Where the table is. */
  readonly dynamodb: string;
  /** The time of day when the clock that all processes share is at 0. */
  readonly epoch: Millis;
  /** How wrong its own clock is. */
  readonly skew: Millis;
  readonly seed: number;
  /** The name of the broken build that it runs. Absent: it runs the product as it is. */
  readonly build?: string | undefined;
}

/** One request for a process to carry out. */
export interface Order {
  readonly path: string;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
  readonly ip: string;
}

/** What came of it. */
export interface Done {
  readonly invoked: Millis;
  readonly completed: Millis;
  /** Absent: the function threw. */
  readonly answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly retried: boolean;
  readonly lost: boolean;
}
