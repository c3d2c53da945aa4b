import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { gatewayEvent, lambdaContext } from '../support/event.ts';
import { baseSettings } from '../support/service.ts';
import { startFunction } from '../support/start-function.ts';

const handler = await startFunction('api-reference', baseSettings);

async function get(path: string, method = 'GET') {
  const [, file] = /^\/docs\/([^/]+)$/.exec(path) ?? [];
  const event = gatewayEvent({ method, path, ...(file && { pathParameters: { file } }) });
  const { statusCode, headers, body } = await handler(event, lambdaContext());
  return { status: statusCode, headers: headers ?? {}, body };
}

const { headers, body: page } = await get('/docs');

/** As a browser resolves them from the address of the page, with a stage in it and without. */
const namedFrom = (address: string): string[] =>
  [...page.matchAll(/(?:href|src)="(?!data:)([^"]+)"/g)].map(([, to = '']) => new URL(to, address).pathname);
const files = namedFrom('https://login.example.com/docs');

describe('GET /docs', () => {
  test('is a page that nobody keeps, since it names its files by their hashes', async () => {
    expect((await get('/docs')).status).toBe(200);
    expect(headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
  });

  test('runs and asks nothing but what is of its own origin, and nothing that stands in the page itself', () => {
    expect(String(headers['Content-Security-Policy']).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self' https://login.example.com",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page).not.toMatch(/https?:|<style|<script>|style=/);
  });

  test('finds its files beside it, whether its address has a stage or none', () => {
    expect(files).toHaveLength(3);
    expect(namedFrom('https://x.execute-api.eu-west-1.amazonaws.com/v1/docs')).toEqual(
      files.map((path) => `/v1${path}`),
    );
  });
});

describe('GET /docs/{file}', () => {
  test.each(files)('%s is what its hash says, and never changes', async (path) => {
    const { status, headers, body } = await get(path);
    const [, hash = '', ending = ''] = /-([0-9a-f]{12})\.(css|js)$/.exec(path) ?? [];
    expect([status, createHash('sha256').update(body).digest('hex').slice(0, 12)]).toEqual([200, hash]);
    expect(headers).toMatchObject({
      'Content-Type': `text/${ending === 'css' ? 'css' : 'javascript'}; charset=utf-8`,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
  });

  test('the script that starts it takes the document from beside the page, and asks nobody whether it is valid', async () => {
    const { body } = await get(files.find((path) => path.includes('start')) ?? '');
    expect(body).toMatch(/url: 'openapi\.json'.*validatorUrl: null/s);
  });

  test.each(['swagger-ui.css', 'start-000000000000.js', 'constructor', '..'])('finds no %s', async (file) => {
    const { status, headers } = await get(`/docs/${file}`);
    expect([status, headers['Content-Type']]).toEqual([404, 'application/problem+json']);
  });

  test('is there to be read only', async () => {
    const { status, headers } = await get('/docs', 'POST');
    expect([status, headers.Allow]).toEqual([405, 'GET, HEAD']);
  });
});
