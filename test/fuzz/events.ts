import type { Chance } from './chance.ts';
import { body, header, methods, paths } from './pieces.ts';

/** What a gateway might hand over: an event of a REST API, of which anything but path and method may be missing. */
export interface SomeEvent {
  readonly path: string;
  readonly httpMethod: string;
  readonly [field: string]: unknown;
}

export function someEvent(chance: Chance): SomeEvent {
  const path = paths(chance);
  const httpMethod = methods(chance, path);
  const given = chance.oneIn(8) ? [] : Array.from({ length: chance.below(5) }, () => header(chance, true));
  if (!chance.oneIn(5)) given.push(['Content-Type', 'application/json']);
  const text = body(chance);
  const isBase64Encoded = chance.oneIn(6);
  const parameter = path.split('/').at(-1) ?? '';
  const whole: Readonly<Record<string, unknown>> = {
    resource: path,
    headers: Object.fromEntries(given),
    multiValueHeaders: Object.fromEntries(given.map(([name, value]) => [name, [value, value]])),
    queryStringParameters: chance.pick([null, {}, { __proto__: 'x' }, { email: chance.text(9) }]),
    multiValueQueryStringParameters: null,
    pathParameters: chance.pick([{ slug: parameter, document: parameter }, null]),
    stageVariables: null,
    body: isBase64Encoded && !chance.oneIn(4) ? Buffer.from(text).toString('base64') : text,
    isBase64Encoded,
    requestContext: requestContext(chance),
  };
  const kept = Object.entries(whole).flatMap(([name, value]) => {
    if (chance.oneIn(12)) return [];
    return [[name, chance.oneIn(12) ? null : value] as const];
  });
  return { ...Object.fromEntries(kept), path, httpMethod };
}

function requestContext(chance: Chance): unknown {
  const identity = chance.pick([
    { sourceIp: `198.51.100.${chance.below(50)}` },
    { sourceIp: `2001:db8:${chance.below(50)}::1` },
    { sourceIp: chance.text(20) },
    { sourceIp: null },
    {},
    null,
    undefined,
  ]);
  return chance.pick([{ requestId: chance.text(20), identity }, { requestId: 'one', identity }, { identity }, {}]);
}
