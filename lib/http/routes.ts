/** What an endpoint allows: GET allows HEAD too, and with allowed origins there is OPTIONS besides. */
export type Method = 'GET' | 'POST';

interface RouteShape {
  readonly path: `/${string}`;
  readonly endpoint: string;
  readonly method: Method;
}

/**
 * Every path that this API always has, as API Gateway writes it, with the endpoint (a folder in `functions`) that serves it. The API,
 * the laptop stack and the OpenAPI document are made of this table.
 */
export const routes = {
  sendLoginCode: { path: '/auth/send-login-code', endpoint: 'send-login-code', method: 'POST' },
  verifyLoginCode: { path: '/auth/verify-login-code', endpoint: 'verify-login-code', method: 'POST' },
  wellKnown: { path: '/.well-known/{document}', endpoint: 'well-known', method: 'GET' },
  problems: { path: '/problems', endpoint: 'problems', method: 'GET' },
  problem: { path: '/problems/{slug}', endpoint: 'problems', method: 'GET' },
  openApi: { path: '/openapi.json', endpoint: 'openapi', method: 'GET' },
  element: { path: '/login-code.js', endpoint: 'element', method: 'GET' },
  elementFile: { path: '/login-code/{file}', endpoint: 'element', method: 'GET' },
} as const satisfies Readonly<Record<string, RouteShape>>;

/** The API's reference, for people: the OpenAPI document leaves it out, and it is deployed only where it is wanted. */
export const referenceRoutes = {
  page: { path: '/docs', endpoint: 'api-reference', method: 'GET' },
  file: { path: '/docs/{file}', endpoint: 'api-reference', method: 'GET' },
} as const satisfies Readonly<Record<string, RouteShape>>;

type RouteIn<Table extends Readonly<Record<string, RouteShape>>> = Table[keyof Table];

export type Route = RouteIn<typeof routes> | RouteIn<typeof referenceRoutes>;
export type EndpointName = Route['endpoint'];

/** Of both tables. */
export const everyRoute = (): readonly Route[] => [...Object.values(routes), ...Object.values(referenceRoutes)];

/** The documents of `/.well-known/{document}`. */
export type WellKnownDocument = 'jwks.json' | 'openid-configuration';

export const wellKnownPath = <Name extends WellKnownDocument>(document: Name): `/.well-known/${Name}` =>
  `/.well-known/${document}`;

/** A file of `<login-code>`, which never changes under this name. */
export const elementFilePath = (name: string, hash: string): string => `/login-code/${name}-${hash}.js`;

/** The page that explains a problem, and its `type`. */
export const problemPath = (slug: string): string => `${routes.problems.path}/${slug}`;
