import { routes } from '../../lib/http/routes.ts';
import type { Chance } from './chance.ts';

/** Where requests go: the paths of the API, and beside them. */
export const paths = (chance: Chance): string =>
  chance.pick([
    routes.sendLoginCode.path,
    routes.sendLoginCode.path,
    routes.verifyLoginCode.path,
    routes.verifyLoginCode.path,
    '/.well-known/jwks.json',
    '/.well-known/openid-configuration',
    '/.well-known/__proto__',
    '/problems',
    '/problems/target-throttled',
    '/problems/constructor',
    `/problems/${encodeURIComponent(chance.bytes(12).toString('latin1'))}`,
    '/openapi.json',
    '/login-code.js',
    '/login-code/__proto__',
    '/nowhere',
    '/auth/send-login-code/',
    '//auth/send-login-code',
    '/%2e%2e/%00',
  ]);

/** Mostly the one that the path takes. */
export const methods = (chance: Chance, path: string): string =>
  chance.oneIn(6)
    ? chance.pick(['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'M-SEARCH', 'post'])
    : path.includes('/auth/')
      ? 'POST'
      : 'GET';

const hostile = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', ' ', '\0', '\r\n', '\uFEFF', '\uD800', '\uDFFF\uD800',
  '🙂', 'ﬀ', 'İ', '\u202E', '../../', '%00', '{{7*7}}', '<script>', '\'"', 'null', 'NaN', '-0', '1e999', 'a'.repeat(300),
] as const; // biome-ignore format: a list

const numbers = ['0', '-0', '1e400', '-1e400', '9007199254740993', '1'.repeat(400), '0.1e-400', '1E2'];

const fields = ['email', 'phone', 'code', 'challenge_id', 'device_token', 'nonce', '__proto__', 'constructor', 'Email'];

/** JSON of one value, not always valid. */
function value(chance: Chance, depth = 0): string {
  switch (chance.below(12)) {
    case 0:
      return chance.pick(numbers);
    case 1:
      return chance.pick(['null', 'true', 'false', '[]', '{}', '"\\uD800"', '"\\u0000"']);
    case 2:
      return depth > 3 ? '[]' : `[${value(chance, depth + 1)},${value(chance, depth + 1)}]`;
    case 3:
      return depth > 3 ? '{}' : object(chance, depth + 1);
    case 4:
      return JSON.stringify(chance.text(60));
    case 5:
      return JSON.stringify(`${chance.text(20)}@${chance.text(20)}.example`);
    case 6:
      return JSON.stringify(`+${chance.below(2 ** 31)}${chance.below(10_000)}`);
    case 7:
      return JSON.stringify(chance.bytes(17).toString('base64url'));
    case 8:
      return JSON.stringify(String(chance.below(10 ** 6)).padStart(6, '0'));
    case 9:
      return JSON.stringify(`person-${chance.below(50)}@mailbox.example`);
    default:
      return JSON.stringify(chance.pick(hostile));
  }
}

const object = (chance: Chance, depth = 0): string =>
  `{${Array.from({ length: chance.below(5) }, () => `${JSON.stringify(chance.oneIn(8) ? chance.pick(hostile) : chance.pick(fields))}:${value(chance, depth)}`)}}`;

export function body(chance: Chance): string {
  switch (chance.below(10)) {
    case 0:
      return chance.text(200);
    case 1:
      return chance.bytes(200).toString('latin1');
    case 2:
      return '['.repeat(chance.below(8_500));
    case 3:
      return `{"email":"${'x'.repeat(chance.below(9_000))}"}`;
    case 4:
      return object(chance).slice(0, -1 - chance.below(3));
    case 5:
      return value(chance);
    default:
      return object(chance);
  }
}

const headerNames = [
  'Content-Type', 'content-type', 'Accept-Language', 'Accept', 'Idempotency-Key', 'traceparent', 'X-Amzn-Trace-Id', 'X-Forwarded-For',
  'Origin', 'x-origin-secret', 'Content-Encoding', 'User-Agent', '__proto__', 'constructor', 'X-HTTP-Method-Override',
] as const; // biome-ignore format: a list

const headerValues = [
  'application/json', 'application/json; charset=utf-16', 'application/json;', 'text/html', '*/*', 'multipart/form-data; boundary=x',
  'en', 'zh-CN;q=0', 'de-DE-u-co-phonebk, *;q=0.1', 'q=;;,,', '"0123456789abcdef"', '"', ':YWJj:', '?1', '1.5;a=1',
  '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', '00-00000000000000000000000000000000-0000000000000000-00',
  'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1', 'https://example.com', 'null', 'gzip',
] as const; // biome-ignore format: a list

/** `isHostile`: also what no HTTP header can be. */
export const header = (chance: Chance, isHostile: boolean): readonly [string, string] => [
  isHostile && chance.oneIn(6) ? chance.text(8) || 'X' : chance.pick(headerNames),
  isHostile && chance.oneIn(4) ? chance.text(chance.oneIn(50) ? 5_000 : 60) : chance.pick(headerValues),
];
