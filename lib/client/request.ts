import type { Problem, Result } from './types.ts';

export interface Connection {
  readonly url: string;
  readonly fetch: typeof fetch;
  /** BCP 47. Without it, the browser names its own. */
  readonly language: string | undefined;
}

const noAnswer = { ok: false, problem: { slug: 'no-answer' } } as const;

/** One POST, as a value: an answer, a problem, or neither. Asks once more for each of `pauses`, while no answer comes. */
export async function post<Data>(
  { url, fetch, language }: Connection,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
  pauses: readonly number[] = [],
): Promise<Result<Data>> {
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(language && { 'Accept-Language': language }), ...headers },
    body: JSON.stringify(body),
  };
  for (const pause of [...pauses, undefined]) {
    const result = await ask<Data>(() => fetch(url + path, request));
    if (pause === undefined || result.ok || result.problem.slug !== 'no-answer') return result;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return noAnswer;
}

/** `fetch` rejects if the network fails, and `json` if the answer breaks off, or comes from a proxy in between. */
async function ask<Data>(send: () => Promise<Response>): Promise<Result<Data>> {
  let answer: { readonly data?: Data; readonly type?: string } | null;
  try {
    answer = (await (await send()).json()) as typeof answer;
  } catch {
    return noAnswer;
  }
  if (answer?.data) return { ok: true, ...answer.data };
  const [, slug] = /\/problems\/([a-z-]+)$/.exec(answer?.type ?? '') ?? [];
  return slug ? { ok: false, problem: { ...answer, slug } as Problem } : noAnswer;
}
