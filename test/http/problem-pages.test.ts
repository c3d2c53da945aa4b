import { describe, expect, test } from '@jest/globals';
import { problemPages } from '../../functions/problems/compose.ts';
import { readEdgeConfig } from '../../lib/config.ts';
import { problems } from '../../lib/http/problems.ts';
import { locales, wordsIn } from '../../lib/locales/locales.ts';
import { createRuntime } from '../../lib/runtime.ts';
import { gatewayEvent, lambdaContext } from '../support/event.ts';
import { baseSettings, callHandler } from '../support/service.ts';

const handler = problemPages(readEdgeConfig(baseSettings), createRuntime('test'));
const slugs = Object.keys(problems) as (keyof typeof problems)[];
const call = (slug: string) => ({ method: 'GET', path: `/problems/${slug}`, pathParameters: { slug } });

describe.each(locales)('in %s', (locale) => {
  test.each(slugs)('%s has a page that tells its title, status, code and key', async (slug) => {
    const event = gatewayEvent({ ...call(slug), headers: { 'Accept-Language': locale } });
    const { statusCode, headers, body } = await handler(event, lambdaContext());
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale });
    const { status, code, i18nKey } = problems[slug];
    for (const said of [wordsIn(locale).problems[slug].title, status, code, i18nKey])
      expect(body).toContain(String(said));
    expect(body).not.toMatch(/\{\w+\}/);
  });
});

test.each(['no-such-problem', 'constructor', '__proto__', ''])('%j has no page', async (slug) => {
  expect((await callHandler(handler, call(slug))).body).toMatchObject({ status: 404, code: 30101005 });
});

test('a page may be asked for its head alone', async () => {
  const { statusCode } = await handler(gatewayEvent({ ...call('not-found'), method: 'HEAD' }), lambdaContext());
  expect(statusCode).toBe(200);
});

test('a page is only to be read', async () => {
  const answer = await callHandler(handler, { ...call('not-found'), method: 'POST' });
  expect([answer.status, answer.headers.Allow]).toEqual([405, 'GET, HEAD']);
});

test('codes and keys are never shared by two problems', () => {
  const kinds = Object.values(problems);
  expect(new Set(kinds.map(({ code }) => code)).size).toBe(kinds.length);
  expect(new Set(kinds.map(({ i18nKey }) => i18nKey)).size).toBe(kinds.length);
});
