import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { elementFiles } from '../../lib/generated/element-files.js';
import { elementFilePath } from '../../lib/http/routes.ts';
import { locales } from '../../lib/locales/locales.ts';
import { gatewayEvent, lambdaContext } from '../support/event.ts';
import { baseSettings } from '../support/service.ts';
import { startFunction } from '../support/start-function.ts';

const handler = await startFunction('element', { ...baseSettings, ALLOWED_ORIGINS: 'https://app.example.com' });

async function get(path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) {
  const [, file] = /^\/login-code\/([^/]+)$/.exec(path) ?? [];
  const event = gatewayEvent({ method, path, headers, ...(file && { pathParameters: { file } }) });
  const { statusCode, headers: answered, body } = await handler(event, lambdaContext());
  return { status: statusCode, headers: answered ?? {}, body };
}

const { element } = elementFiles;
const pathOf = (name: keyof typeof elementFiles): string => elementFilePath(name, elementFiles[name].hash);
/** The paths that a module loads its languages from. */
const importedBy = (body: string, path: string): string[] =>
  [...body.matchAll(/import\("([^"]+)"\)/g)].map(([, to = '']) => new URL(to, `https://x${path}`).pathname);

describe('GET /login-code.js', () => {
  test('is the element, for every page, kept for five minutes', async () => {
    const { status, headers, body } = await get('/login-code.js');
    expect([status, body.includes('customElements.define("login-code"')]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
    });
  });

  test('is the same for every origin, so that caches need only one', async () => {
    const headersFor = async (origin: string) => (await get('/login-code.js', 'GET', { Origin: origin })).headers;
    expect(await headersFor('https://app.example.com')).toEqual(await headersFor('https://other.example'));
  });

  test('takes at most 9 kB, compressed', async () => {
    expect(gzipSync((await get('/login-code.js')).body).length).toBeLessThan(9_000);
  });
});

describe('GET /login-code/{file}', () => {
  test.each(Object.keys(elementFiles) as (keyof typeof elementFiles)[])(
    'answers %s by its hash with what never changes',
    async (name) => {
      const { status, headers, body } = await get(pathOf(name));
      expect([status, headers['Cache-Control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(`sha384-${createHash('sha384').update(body).digest('base64')}`).toBe(elementFiles[name].integrity);
      expect(headers['Access-Control-Allow-Origin']).toBe('*');
      expect(gzipSync(body).length).toBeLessThan(name === 'element' ? 9_000 : 1_000);
    },
  );

  test.each(['/login-code.js', pathOf('element')])(
    'has every language that %s loads, each in one file',
    async (path) => {
      const imported = importedBy((await get(path)).body, path);
      expect(imported.toSorted()).toEqual(locales.map((locale) => pathOf(locale)).toSorted());
    },
  );

  test('gives a page of an earlier deployment the file of this one, and lets nobody keep it', async () => {
    const { status, headers, body } = await get(elementFilePath('element', '0LDHASH0'));
    expect([status, body, headers['Cache-Control']]).toEqual([200, element.script, 'public, max-age=300']);
  });

  test.each(['da-00000000.js', 'toString-00000000.js', 'element', `element-${element.hash}.js.map`, 'element-1.js'])(
    'finds no %s',
    async (file) => {
      expect((await get(`/login-code/${file}`)).status).toBe(404);
    },
  );

  test('is there to be read only', async () => {
    const { status, headers } = await get(pathOf('en'), 'POST');
    expect([status, headers.Allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});
