import { routes } from '../../lib/http/routes.ts';
import { answerFaults, described } from '../support/described.ts';

/** Any answer, however it came. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Every path that the document describes, with the endpoint that serves it. */
export const places = Object.values(routes).flatMap(({ path, method, endpoint }) =>
  Object.keys(described.paths)
    .filter((documented) => patternOf(path).test(documented))
    .map((documented) => ({ documented, method, endpoint, pattern: patternOf(documented) })),
);

export type Place = (typeof places)[number];

/** Undefined: nothing of ours is there. */
export const placeAt = (path: string): Place | undefined => places.find(({ pattern }) => pattern.test(path));

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

/** What is wrong with an answer, by the document that the API serves. */
export function faultsIn(place: Place | undefined, method: string, { status, headers, body }: Seen): readonly string[] {
  const bad = Object.entries(headers).filter(([, value]) => !/^[\t\x20-\x7e]*$/.test(String(value)));
  const faults = [
    ...(Number.isInteger(status) && status >= 200 && status < 500 ? [] : [`status ${status}`]),
    ...bad.map(([name, value]) => `header ${name}: ${JSON.stringify(value)}`),
  ];
  const type = String(headers['content-type'] ?? headers['Content-Type'] ?? '').split(';')[0] ?? '';
  if (status === 204 || (method === 'HEAD' && body === '')) return faults;
  if (type === 'text/html') return [...faults, ...(/^<!doctype html>/i.test(body) ? [] : ['a page that is none'])];
  if (type === 'text/javascript' && status === 200) return faults;
  return [...faults, ...jsonFaults(place, status, type, body)];
}

function jsonFaults(place: Place | undefined, status: number, type: string, body: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [`a body that is no JSON: ${body.slice(0, 80)}`];
  }
  // That there is nothing, the document tells only where problems are explained.
  const { documented, method } = place && status !== 404 ? place : explained;
  const statusInBody = (value as { status?: unknown }).status;
  return [
    ...answerFaults(documented, method.toLowerCase(), status, type, value),
    ...(type === 'application/problem+json' && statusInBody !== status ? ['another status in the body'] : []),
  ];
}

const explained = { documented: routes.problem.path, method: 'GET' };
