import { performance } from 'node:perf_hooks';
import { type Millis, second } from '../../../lib/core/time.ts';

/** An answer, and when it came, by a clock that is never set. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly began: Millis;
  readonly ended: Millis;
}

export type Ask = (
  method: string,
  path: string,
  sent?: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<Seen>;

/** The service that is checked, and who may get a code. */
export interface Asked {
  readonly url: string;
  readonly to: string;
  /** `to` as a request names it. */
  readonly target: { readonly phone: string } | { readonly email: string };
  readonly ask: Ask;
}

/** Tells what it saw, or throws an error that tells what is wrong. */
export interface Check {
  readonly name: string;
  readonly look: () => Promise<string>;
}

const maxWait: Millis = 15 * second;

export const asking =
  (url: string): Ask =>
  async (method, path, { headers = {}, body } = {}) => {
    const began = performance.now();
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(maxWait),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, began, ended: performance.now() };
  };

/** Ends a check with an error, unless `holds`. */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

export function jsonOf({ status, text }: Seen): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${status}, and the body is no JSON: ${beginning(text)}`);
  }
}

export const beginning = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
