import { type Millis, second } from '../core/time.ts';

/** What the service answered. */
export interface Answer {
  readonly status: number;
  /** Of a JSON body, these parts; empty if the body is none. */
  readonly body: AnswerBody;
}

export interface AnswerBody {
  readonly timestamp?: string;
  readonly data?: { readonly challenge_id?: string; readonly token?: string };
  readonly i18n_key?: string;
  readonly keys?: readonly object[];
}

/** Asks the service. Throws if there is no answer. */
export type Ask = (method: string, path: string, body?: object) => Promise<Answer>;

/** The service gives up before this. */
const maxWait: Millis = 10 * second;

/** As anybody asks: by the public URL. */
export const askOver =
  (url: string): Ask =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(maxWait),
    });
    return { status: response.status, body: bodyOf(await response.text()) };
  };

export function bodyOf(text: string): AnswerBody {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {}; // a page of something in between
  }
}
