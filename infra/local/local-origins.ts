/** Pages that a developer serves from this machine, on any port. `@middy/http-cors` takes `*` in an origin. */
export const localOrigins = ['http://localhost', 'http://127.0.0.1', 'https://localhost'].flatMap((origin) => [
  origin,
  `${origin}:*`,
]);
