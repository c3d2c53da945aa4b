import { describe, expect, test } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { senderDomainOf } from '../../../infra/stack/delivery/sender-address.ts';
import type { Settings } from '../../../infra/stack/settings.ts';
import { LoginCodeStack } from '../../../infra/stack/stack.ts';
import { mailOnly, propertiesOf, readable, resourcesOf, statementsOf, synthesize } from '../../support/synthesis.ts';

const zoned = { ...mailOnly, emailHostedZoneId: 'Z0123456789' };
const withZone = synthesize(zoned);
const withoutZone = synthesize({ ...mailOnly, createEmailIdentity: 'true' });

const dkim = (n: number) => ({
  name: `<SenderIdentity.DkimDNSTokenName${n}>`,
  value: `<SenderIdentity.DkimDNSTokenValue${n}>`,
});

const recordsIn = (template: Template): readonly string[] =>
  Object.values(propertiesOf(template, 'AWS::Route53::RecordSet')).map(
    ({ Name, Type, ResourceRecords }) => `${Name} ${Type} ${ResourceRecords.join()}`,
  );

const identitiesIn = (template: Template) => Object.values(propertiesOf(template, 'AWS::SES::EmailIdentity'));

describe('with a zone', () => {
  test("the sender's domain becomes an identity whose bounces come back to it", () => {
    expect(identitiesIn(withZone)).toEqual([
      {
        EmailIdentity: 'example.com',
        MailFromAttributes: { MailFromDomain: 'bounce.example.com', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
      },
    ]);
  });

  test('every record is made that DKIM, SPF and DMARC need', () => {
    expect(recordsIn(withZone)).toEqual([
      ...[1, 2, 3].map((n) => `${dkim(n).name} CNAME ${dkim(n).value}`),
      'bounce.example.com MX 10 feedback-smtp.eu-west-1.amazonses.com',
      'bounce.example.com TXT "v=spf1 include:amazonses.com ~all"',
      '_dmarc.example.com TXT "v=DMARC1; p=none; rua=mailto:postmaster@example.com"',
    ]);
    for (const { HostedZoneId } of Object.values(propertiesOf(withZone, 'AWS::Route53::RecordSet'))) {
      expect(HostedZoneId).toBe('Z0123456789');
    }
    expect(withZone.toJSON().Outputs).not.toHaveProperty('SenderRecords');
  });

  test('identity and records outlive the stack, since others may send from the domain', () => {
    for (const type of ['AWS::SES::EmailIdentity', 'AWS::Route53::RecordSet']) {
      for (const resource of Object.values(resourcesOf(withZone, type))) {
        expect(resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
      }
    }
  });

  test('the function may send from the same identities as before, and no more', () => {
    expect(statementsOf(withZone)).toEqual(statementsOf(synthesize(mailOnly)));
  });
});

describe('without a zone', () => {
  test('the records are printed, one a line, as they would be made', () => {
    expect(identitiesIn(withoutZone)).toEqual(identitiesIn(withZone));
    expect(recordsIn(withoutZone)).toEqual([]);
    const { Value } = withoutZone.toJSON().Outputs.SenderRecords;
    expect(String(readable(Value)).split('\n')).toEqual(recordsIn(withZone));
  });

  test('and without being told to, the stack makes no identity', () => {
    const template = synthesize(mailOnly);
    expect([identitiesIn(template), recordsIn(template)]).toEqual([[], []]);
    expect(template.toJSON().Outputs).not.toHaveProperty('SenderRecords');
  });
});

describe('the DMARC record', () => {
  const dmarcOf = (dmarc: string) =>
    recordsIn(synthesize({ ...zoned, dmarc })).filter((record) => /DMARC/.test(record));

  test('says what you say', () => {
    expect(dmarcOf('v=DMARC1; p=reject')).toEqual(['_dmarc.example.com TXT "v=DMARC1; p=reject"']);
  });

  test('is left alone where the domain has one', () => {
    expect(dmarcOf('off')).toEqual([]);
  });
});

test('a program cannot have an identity made that does not cover the sender', () => {
  const code = () => Code.fromAsset(import.meta.dirname);
  const stackOf = (settings: Settings, emailIdentity?: string) =>
    new LoginCodeStack(new App(), 'login-code', { settings, emailIdentity, senderDomain: {}, code });
  expect(() => stackOf({ smsCountries: 'US=5' })).toThrow('senderDomain needs emailFrom');
  expect(() => stackOf({ emailFrom: 'login@example.com' }, 'example.org')).toThrow('senderDomain needs emailFrom');
});

test.each([
  ['login@example.com', undefined, 'example.com'],
  ['Acme <login@Mail.Example.com>', undefined, 'mail.example.com'],
  ['login@mail.example.com', 'example.com', 'example.com'],
  ['login@example.com', 'mail.example.com', undefined],
  ['login@badexample.com', 'example.com', undefined],
  ['login@example.com', 'login@example.com', undefined],
])('mail from %s with the identity %s is covered by the domain %s', (from, identity, domain) => {
  expect(senderDomainOf(from, identity)).toBe(domain);
});

test('where the domain is above the sender, the records are those of the domain', () => {
  const template = synthesize({ ...zoned, emailFrom: 'login@mail.example.com', emailIdentity: 'example.com' });
  expect(recordsIn(template)).toEqual(recordsIn(withZone));
});
