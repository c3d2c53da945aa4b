import { describe, expect, test } from '@jest/globals';
import { tags } from '../../../lib/generated/tags.js';
import { validateProblem } from '../../../lib/generated/validators.js';
import { escapeHtml } from '../../../lib/html.ts';
import { problems } from '../../../lib/http/problems/kinds.ts';
import { english } from '../../../lib/locales/english.ts';
import { languageOf } from '../../../lib/locales/language.ts';
import { locales } from '../../../lib/locales/locales.ts';
import { pagesIn } from '../../../lib/locales/pages.ts';
import { type Call, gatewayEvent, lambdaContext } from '../../support/event.ts';
import { baseSettings, callHandler } from '../../support/service.ts';
import { startFunction } from '../../support/start-function.ts';

const handler = await startFunction('problems', baseSettings);
const slugs = Object.keys(problems) as (keyof typeof problems)[];
const call = (slug: string) => ({ method: 'GET', path: `/problems/${slug}`, pathParameters: { slug } });

const open = async (call: Call, locale = 'en') => {
  const { statusCode, headers, body } = await handler(
    gatewayEvent({ ...call, headers: { 'Accept-Language': locale } }),
    lambdaContext(),
  );
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': locale,
    'Cache-Control': 'public, max-age=86400',
    Vary: 'Accept-Language, Accept-Encoding',
  });
  expect(body.length).toBeLessThanOrEqual(10_000);
  expect(body).not.toMatch(/\{\w+\}|<script|<img|https?:\/\/(?!login\.example\.com)/);
  return body;
};

const languages = await Promise.all(
  locales.map(async (locale) => [locale, (await languageOf(locale)).answers, await pagesIn(locale)] as const),
);

describe.each(languages)('in %s', (locale, words, pages) => {
  test.each(slugs)('%s has a page: what happened, why, what to do, its fields and an example', async (slug) => {
    const page = await open(call(slug), locale);
    const { status, code, i18nKey } = problems[slug];
    const { title } = words.problems[slug];
    const { why, advice } = pages.problems[slug];
    const text = page.replaceAll(/<\/?(code|a)\b[^>]*>/g, '');
    for (const said of [title, why, advice, status, code, i18nKey]) expect(text).toContain(escapeHtml(String(said)));
    const examples = [...page.matchAll(/<pre tabindex="0" dir="ltr">(.+?)<\/pre>/gs)].map(([, json = '']) =>
      JSON.parse(
        json
          .replaceAll(/<b>(&quot;\w+&quot;)<\/b>:/g, '$1:')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'"),
      ),
    );
    expect(examples.map((example) => validateProblem(example))).toEqual(examples.map(() => true));
    const withChallenge = examples.map((example) => 'challenge_id' in example);
    expect(withChallenge).toEqual(slug === 'delivery-failed' ? [false, true] : [false]);
  });

  test('a page says its language and which way that is written', async () => {
    expect(await open(call('not-found'), locale)).toContain(`<html lang="${locale}" dir="${tags[locale].dir}">`);
  });

  test('one page lists them all, each by its link', async () => {
    const page = await open({ method: 'GET', path: '/problems' }, locale);
    for (const slug of slugs) {
      expect(page).toContain(
        `<a href="https://login.example.com/v1/problems/${slug}">${escapeHtml(words.problems[slug].title)}</a>`,
      );
    }
  });
});

test.each(['no-such-problem', 'constructor', '__proto__', ''])('%j has no page', async (slug) => {
  expect((await callHandler(handler, call(slug))).body).toMatchObject({ status: 404, code: 30101005 });
});

test('a browser that asks for a page that is not there gets a page, and a program a problem', async () => {
  const ask = (Accept: string) =>
    handler(gatewayEvent({ ...call('no-such-problem'), headers: { Accept } }), lambdaContext());
  const page = await ask('text/html,application/xhtml+xml,*/*;q=0.8');
  expect([page.statusCode, page.headers?.['Content-Type'], page.headers?.['Cache-Control']]).toEqual([
    404,
    'text/html; charset=utf-8',
    'no-store',
  ]);
  expect(page.body).toContain(`<h1>${english.answers.problems['not-found'].title}</h1>`);
  expect((await ask('*/*')).headers?.['Content-Type']).toBe('application/problem+json');
});

test('each form of a problem stands with its own sentence, and the only form of one with what happened', async () => {
  const { answers } = english;
  const failed = await open(call('delivery-failed'));
  const parts = failed.replaceAll(/<\/?(code|b)[^>]*>/g, '').split(/<pre[^>]*>|<\/pre>/);
  expect(
    parts.map((part) =>
      [answers.problems['delivery-failed'].detail, answers.deliveryUnknown].map((words) => part.includes(words)),
    ),
  ).toEqual([
    [true, false],
    [true, false],
    [false, true],
    [false, true],
    [false, false],
  ]);
  expect(await open(call('forbidden'))).toMatch(/<\/h1>\n<p>The request was refused by the firewall\.<\/p>\n<section>/);
});

test('what programs read looks like code', async () => {
  expect(await open(call('code-invalid'))).toContain('<b>&quot;attempts_left&quot;</b>: 4');
  expect(await open(call('malformed-body'))).toContain('<code dir="ltr">__proto__</code>');
  expect(await open(call('sms-budget-spent'))).toContain('<code dir="ltr">retry_after</code>');
  expect(await open(call('unsupported-media'))).toContain('<code dir="ltr">Content-Type</code>');
});

const linkTo = (path: string): string =>
  `<a href="https://login.example.com/v1${path}"><code dir="ltr">${path}</code></a>`;

test.each(['en', 'ar'])('the description that a text names is a link, in %s too', async (locale) => {
  const [, advice = ''] = /<main>(.*)<\/main>/s.exec(await open(call('not-found'), locale)) ?? [];
  expect(advice).toContain(linkTo('/openapi.json'));
  expect(advice).not.toMatch(/[\u200e\u200f]/);
});

test("every page leads to the problems, to the description, and to the API's reference where there is one", async () => {
  const withReference = await startFunction('problems', { ...baseSettings, API_REFERENCE: 'true' });
  for (const path of ['/problems', '/problems/not-found']) {
    const slug = path.split('/')[2];
    const event = gatewayEvent({ method: 'GET', path, ...(slug && { pathParameters: { slug } }) });
    const navIn = async (from: typeof handler) =>
      /<nav>(.*)<\/nav>/s.exec((await from(event, lambdaContext())).body)?.[1];
    const nav = `<a href="https://login.example.com/v1/problems">Problems</a>\n`;
    expect(await navIn(handler)).toBe(nav + linkTo('/openapi.json'));
    expect(await navIn(withReference)).toBe(`${nav}${linkTo('/docs')}\n${linkTo('/openapi.json')}`);
  }
});

test('the list has a heading for each status', async () => {
  const page = await open({ method: 'GET', path: '/problems' });
  const headings = [...page.matchAll(/<h2><bdi lang="en" dir="ltr">(\d+) [^<]+<\/bdi><\/h2>/g)].map(([, status]) =>
    Number(status),
  );
  expect(headings).toEqual([...new Set(Object.values(problems).map(({ status }) => status))].toSorted((a, b) => a - b));
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
