import { describe, expect, test } from '@jest/globals';
import { ResponseType } from 'aws-cdk-lib/aws-apigateway';
import { validateProblem } from '../../../lib/generated/validators.js';
import { securityHeaders } from '../../../lib/http/chain/security-headers.ts';
import type { ProblemSlug } from '../../../lib/locales/catalog.ts';
import { answers as english } from '../../../lib/locales/en/answers.ts';
import { fill } from '../../../lib/locales/words.ts';
import { gatewayAnswers, mailOnly, synthesize } from '../../support/synthesis.ts';

const mail = synthesize(mailOnly);

describe('what the API answers by itself', () => {
  const answers = Object.entries(gatewayAnswers(mail));

  test('has a form of ours for every type there is', () => {
    const types = Object.values(ResponseType).map(({ responseType }: ResponseType) => responseType);
    expect(answers.map(([type]) => type).toSorted()).toEqual(types.toSorted());
  });

  test.each(answers)('%s is a problem of the contract', (_, { status, headers, body }) => {
    expect([validateProblem(body), validateProblem.errors]).toEqual([true, null]);
    const { title, detail } = english.problems[body.type.split('/').at(-1) as ProblemSlug];
    expect(body).toMatchObject({
      status,
      title,
      instance: '/v1/auth/send-login-code',
      request_id: 'req_c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    });
    expect(fill(detail, { wait: '1 second', max_bytes: 8192 })).toBe(body.detail);
    expect(headers['Content-Type']).toBe('application/problem+json');
    expect(headers['Retry-After']).toBe(body.retry_after?.toString());
    const { 'Content-Security-Policy': unquotable, ...security } = securityHeaders;
    expect(headers).toMatchObject({ ...security, 'Cache-Control': 'no-store', 'Content-Language': 'en' });
    expect(Object.values(headers).filter((value) => value.includes("'"))).toEqual([]);
  });

  test('says not-found of unknown paths, forbidden of the firewall, and when to try again', () => {
    const slugs = Object.fromEntries(answers.map(([type, { body }]) => [type, body.type.split('/').at(-1)]));
    expect(slugs).toMatchObject({
      MISSING_AUTHENTICATION_TOKEN: 'not-found',
      WAF_FILTERED: 'forbidden',
      INTEGRATION_TIMEOUT: 'internal-error',
      DEFAULT_5XX: 'internal-error',
    });
    expect(gatewayAnswers(mail).THROTTLED).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '1' },
      body: { code: 30101104, retry_after: 1, i18n_args: { retry_after: 1 } },
    });
  });

  test.each([
    ['no origin', synthesize({ ...mailOnly, allowedOrigins: '' }), undefined],
    ['one origin', mail, 'https://app.example.com'],
    ['several', synthesize({ ...mailOnly, allowedOrigins: 'https://a.example https://b.example' }), '*'],
  ])('can be read by a page of %s', (_, template, allowed) => {
    for (const { headers } of Object.values(gatewayAnswers(template))) {
      expect(headers['Access-Control-Allow-Origin']).toBe(allowed);
    }
  });
});
