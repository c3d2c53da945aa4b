import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openApi } from '../../lib/http/openapi/document.ts';
import { everyRoute, type Route, routes, wellKnownPath } from '../../lib/http/routes.ts';
import { kill, port, ready, startLaptop } from '../support/laptop.ts';
import { mailOnly, pathsOf, propertiesOf, readable, synthesize } from '../support/synthesis.ts';

const table: readonly Route[] = Object.values(routes);

/** A path of the route that exists. */
const examples: Readonly<Partial<Record<Route['path'], string>>> = {
  '/.well-known/{document}': wellKnownPath('jwks.json'),
  '/problems/{slug}': '/problems/not-found',
  '/login-code/{file}': '/login-code/en-00000000.js',
};
const exampleOf = ({ path }: Route): string => examples[path] ?? path;

test('the OpenAPI document describes each route with its method, and no other', () => {
  const { paths } = openApi({ publicUrl: 'https://login.example.com', serviceName: 'x' });
  const described = Object.entries(paths).map(([path, operations]) => [
    path.replace(/^\/\.well-known\/.*/, routes.wellKnown.path),
    Object.keys(operations).join().toUpperCase(),
  ]);
  expect(new Set(described.map(String))).toEqual(new Set(table.map(({ path, method }) => `${path},${method}`)));
});

/** Each path that is served, with the endpoint that serves it. */
function servedBy(context: Readonly<Record<string, string>>): readonly string[] {
  const template = synthesize(context);
  const functions = propertiesOf(template, 'AWS::Lambda::Function');
  return Object.entries(pathsOf(template))
    .map(([path, { Integration }]) => {
      const [, id = ''] = /<(\w+)\.Arn>/.exec(String(readable(Integration.Uri))) ?? [];
      return `${path} ${functions[id].Description}`;
    })
    .toSorted();
}

test('the API leads each route to the function of its endpoint, and has no other', () => {
  const led = (routes: readonly Route[]) =>
    routes.map(({ path, endpoint }) => `${path} login-code: ${endpoint}`).toSorted();
  expect(servedBy(mailOnly)).toEqual(led(table));
  expect(servedBy({ ...mailOnly, apiReference: 'true' })).toEqual(led(everyRoute()));
});

test("without the API's reference there is no function for it, and no page leads there", () => {
  const settingsOf = (context: Readonly<Record<string, string>>) => {
    const functions = propertiesOf(synthesize(context), 'AWS::Lambda::Function');
    return [functions.ApiReference?.Description, functions.Problems.Environment.Variables.API_REFERENCE];
  };
  expect(settingsOf(mailOnly)).toEqual([undefined, undefined]);
  expect(settingsOf({ ...mailOnly, apiReference: 'true' })).toEqual(['login-code: api-reference', 'true']);
});

describe('the laptop stack', () => {
  let laptop: ChildProcessWithoutNullStreams;
  beforeAll(async () => {
    laptop = startLaptop(port);
    await ready(laptop);
  });
  afterAll(() => kill(laptop));

  const ask = (method: string, path: string) => fetch(`http://localhost:${port}${path}`, { method });

  test.each(table)('serves $path and names its method to those that try another', async (route) => {
    const answer = await ask('DELETE', exampleOf(route));
    const allowed = `${route.method === 'GET' ? 'GET, HEAD' : route.method}, OPTIONS`; // for pages of localhost
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
  });

  test.each(table.filter(({ method }) => method === 'GET'))('answers GET $path', async (route) => {
    expect((await ask('GET', exampleOf(route))).status).toBe(200);
  });

  test('compresses what is large, as API Gateway does, for those who take gzip as gladly as anything', async () => {
    const encodingOf = async (path: string, accepted: string) => {
      const answer = await fetch(`http://localhost:${port}${path}`, { headers: { 'Accept-Encoding': accepted } });
      expect(answer.status).toBe(200);
      return [answer.headers.get('content-encoding'), (await answer.text()).length > 4_096];
    };
    expect(await encodingOf('/login-code.js', 'gzip, deflate, br, zstd')).toEqual(['gzip', true]);
    expect(await encodingOf('/login-code.js', 'br;q=1.0, gzip;q=0.8')).toEqual([null, true]);
    expect(await encodingOf('/login-code.js', 'identity')).toEqual([null, true]);
    expect(await encodingOf('/.well-known/jwks.json', 'gzip')).toEqual([null, false]);
  });

  test.each(['/problems/', '/problems/not-found/more', '/openapiXjson', '/.well-known', '/auth/'])(
    'finds no route for %s',
    async (path) => {
      expect((await ask('DELETE', path)).status).toBe(404);
    },
  );
});
