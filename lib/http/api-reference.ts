import { apiReferenceFiles } from '../generated/api-reference-files.js';
import { problem, type Reply } from './chain/reply.ts';
import { referenceRoutes } from './routes.ts';

type FileName = keyof typeof apiReferenceFiles;

/** Beside the page: the address has a stage in it, or has none. */
const linkTo = (file: FileName): string => `${referenceRoutes.page.path.slice(1)}/${apiReferenceFiles[file].name}`;

/** Its words are Swagger UI's, and the document's, all in English. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · login-code</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${linkTo('swagger-ui.css')}">
</head>
<body>
<main id="reference"></main>
<script src="${linkTo('swagger-ui-bundle.js')}"></script>
<script src="${linkTo('start.js')}"></script>
</body>
</html>
`;

/** The page asks nobody else for anything, and this holds it to that. What it tries out is called by PUBLIC_URL. */
const policy = (publicUrl: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${new URL(publicUrl).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const typeOf = (name: string): string => `text/${name.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`;

const files: ReadonlyMap<string, Reply> = new Map(
  Object.values(apiReferenceFiles).map(({ name, text }) => [
    name,
    { kind: 'file', type: typeOf(name), text, keep: 'forever' },
  ]),
);

/** The API's reference, made in the browser from `GET /openapi.json`. Undefined: the page. Otherwise a file by name and hash. */
export const apiReferenceReply = (file: string | undefined, publicUrl: string): Reply =>
  file === undefined
    ? {
        kind: 'file',
        type: 'text/html; charset=utf-8',
        text: page,
        keep: 'never', // it names its files by their hashes
        headers: { 'Content-Security-Policy': policy(publicUrl) },
      }
    : (files.get(file) ?? problem('not-found'));
