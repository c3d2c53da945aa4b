import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { routes } from '../../lib/http/routes.ts';
import { type LocalReply, reply } from './local-reply.ts';

/** Swagger UI, served from here. It asks nobody else for anything, and the policy holds it to that. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // it styles some of its elements one by one
  "img-src 'self' data:",
  "connect-src 'self' http://localhost:*", // what it tries out is called by PUBLIC_URL
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const apiReferencePath = '/docs';

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · login-code</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${apiReferencePath}/swagger-ui.css">
</head>
<body>
<main id="reference"></main>
<script src="${apiReferencePath}/swagger-ui-bundle.js"></script>
<script src="${apiReferencePath}/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({
  url: '${routes.openApi.path}',
  dom_id: '#reference',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
`;

const swaggerUi = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const file = (name: string): string => readFileSync(join(swaggerUi, name), 'utf8');

const javascript = 'text/javascript; charset=utf-8';

const files: Readonly<Record<string, () => LocalReply>> = {
  '': () => reply('text/html; charset=utf-8', page, policy),
  '/start.js': () => reply(javascript, start),
  '/swagger-ui-bundle.js': () => reply(javascript, file('swagger-ui-bundle.js')),
  '/swagger-ui.css': () => reply('text/css; charset=utf-8', file('swagger-ui.css')),
};

/** The API's reference, made in the browser from `GET /openapi.json`. Undefined: not a path of it. */
export function apiReference(method: string, path: string): LocalReply | undefined {
  if (method !== 'GET' || !path.startsWith(apiReferencePath)) return undefined;
  const name = path.slice(apiReferencePath.length);
  return Object.hasOwn(files, name) ? files[name]?.() : undefined;
}
