import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { noRequests, stated } from '../../../infra/cost/stated.ts';
import { type Bounds, totalOf, worstDay } from '../../../infra/cost/worst-day.ts';
import { inOneLine, worstDayOf } from '../../../infra/stack/worst-day.ts';
import { apiReferenceFiles } from '../../../lib/generated/api-reference-files.js';
import { problems } from '../../../lib/http/problems/kinds.ts';
import { gatewayEvent, lambdaContext } from '../../support/event.ts';
import { baseSettings } from '../../support/service.ts';
import { startFunction } from '../../support/start-function.ts';
import { gatewayAnswers, mailOnly, synthesize } from '../../support/synthesis.ts';

const nothing: Bounds = {
  requests: noRequests,
  writeUnits: 0,
  readUnits: 0,
  firewall: false,
  mails: 0,
  texts: 0,
  usdPerText: 0,
};

describe('the worst day', () => {
  test('costs what its bounds allow for a whole day, and what each unit costs', () => {
    const requests = { ...nothing.requests, 'send-login-code': 100, other: 100 };
    const day = worstDay({ ...nothing, requests, writeUnits: 1_000, mails: 10_000, texts: 10, usdPerText: 0.2 });
    expect(day.api_gateway).toBeCloseTo((17_280_000 * 3.5) / 1e6);
    expect(day.dynamodb).toBeCloseTo((86_400_000 * 0.625) / 1e6);
    expect(day.lambda).toBeCloseTo(17.28 * 0.2 + 8_640_000 * 0.5 * (0.13 + 0.01) * 0.0000133334);
    expect([day.ses, day.sns]).toEqual([1, 2]);
    expect(totalOf(day)).toBeCloseTo(Object.values(day).reduce((sum, usd) => sum + usd, 0));
  });

  test('costs something also for what is refused: WAF looks at it, the access log notes it, and it is answered', () => {
    const flood = stated.floodPerSecond * 86_400;
    const { waf, cloudwatch_logs: logs, data_out: out, ...others } = worstDay({ ...nothing, firewall: true });
    expect(waf).toBeCloseTo((flood * 0.6) / 1e6);
    expect(logs).toBeCloseTo((flood * stated.accessLogBytes * 0.5) / 1024 ** 3);
    expect(out).toBeCloseTo((flood * stated.refusalBytes * 0.09) / 1024 ** 3);
    expect(Object.values(others)).toEqual(Object.values(others).map(() => 0));
  });

  const settings = { emailFrom: 'login@example.com' };

  test('has as many mails as the budget, or without one as many as the gateway lets through', () => {
    const mails = (emailBudget: string) => worstDayOf({ settings: { ...settings, emailBudget } }).ses * 10_000;
    expect(mails('')).toBeCloseTo(50_000);
    expect(mails('700')).toBeCloseTo(700);
    expect(mails('off')).toBeCloseTo(200 * 86_400);
    expect(mails('900000000')).toBeCloseTo(200 * 86_400);
  });

  test('has the texts of all countries at the highest price that is allowed, or at the dearest there is', () => {
    const texts = { smsCountries: 'US=5000 *=1000' };
    expect(worstDayOf({ settings: texts })).toMatchObject({ ses: 0, sns: 3_000 });
    expect(worstDayOf({ settings: { ...texts, smsMaxPrice: '0.01' } }).sns).toBeCloseTo(60);
  });

  test('is printed by the deployment, in whole dollars and without services that it does not use', () => {
    const { Value } = synthesize({ ...mailOnly, firewall: 'false' }).toJSON().Outputs.WorstDay;
    expect(Value).toBe(inOneLine(worstDayOf({ settings, firewall: false })));
    expect(Value).toMatch(/^At most [\d,]+ USD in a UTC day: API Gateway [\d,]+, Lambda \d+, .+, SES 5$/);
  });
});

test("docs/reference/settings.md says what the API's reference adds to it", () => {
  const settings = { emailFrom: 'login@example.com' };
  const more = totalOf(worstDayOf({ settings, apiReference: true })) - totalOf(worstDayOf({ settings }));
  expect(readFileSync(join(import.meta.dirname, '../../../docs/reference/settings.md'), 'utf8')).toContain(
    `A flood of its files can cost ${Math.ceil(more)} USD a day more`,
  );
});

describe('what the worst day is reckoned with', () => {
  const sizeOf = ({ headers, body }: { headers?: object; body: string }): number =>
    Buffer.byteLength(JSON.stringify(headers) + body);
  const headers = { 'Accept-Language': 'zh-CN' };

  test('is no less than any page', async () => {
    const handler = await startFunction('problems', baseSettings);
    for (const path of ['/problems', ...Object.keys(problems).map((slug) => `/problems/${slug}`)]) {
      const pathParameters = { slug: path.split('/')[2] ?? '' };
      const event = gatewayEvent({ method: 'GET', path, headers, ...(pathParameters.slug && { pathParameters }) });
      expect(sizeOf(await handler(event, lambdaContext()))).toBeLessThanOrEqual(stated.dearest.problems.responseBytes);
    }
  });

  test("is no less than the API's document", async () => {
    const handler = await startFunction('openapi', baseSettings);
    const answer = await handler(gatewayEvent({ method: 'GET', path: '/openapi.json', headers }), lambdaContext());
    expect(sizeOf(answer)).toBeLessThanOrEqual(stated.dearest.openapi.responseBytes);
  });

  test('is no less than any file of the element', async () => {
    const handler = await startFunction('element', baseSettings);
    const answer = await handler(gatewayEvent({ method: 'GET', path: '/login-code.js' }), lambdaContext());
    expect(sizeOf(answer)).toBeLessThanOrEqual(stated.dearest.element.responseBytes);
  });

  test("is no less than any file of the API's reference", async () => {
    const handler = await startFunction('api-reference', baseSettings);
    for (const { name: file } of Object.values(apiReferenceFiles)) {
      const event = gatewayEvent({ method: 'GET', path: `/docs/${file}`, pathParameters: { file } });
      expect(sizeOf(await handler(event, lambdaContext()))).toBeLessThanOrEqual(
        stated.dearest['api-reference'].responseBytes,
      );
    }
  });

  test('is no less than any refusal of the gateway', () => {
    for (const { headers, body } of Object.values(gatewayAnswers(synthesize(mailOnly)))) {
      expect(sizeOf({ headers, body: JSON.stringify(body) })).toBeLessThanOrEqual(stated.refusalBytes);
    }
  });
});
