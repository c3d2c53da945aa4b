import { describe, expect, test } from '@jest/globals';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { readContext } from '../../infra/context.ts';
import { configOf } from '../../infra/stack/settings.ts';
import { variable } from '../../lib/settings/variables.ts';
import { secret } from '../support/recorded.ts';

const complaintsOf = (context: Readonly<Record<string, unknown>>): readonly string[] => {
  const reading = readContext(context);
  return 'complaints' in reading ? reading.complaints : [];
};

const enough = { emailFrom: 'login@example.com' };

test.each([enough, { smsCountries: 'US=5000' }])('%j is enough', (context) => {
  expect(readContext(context)).toMatchObject({ props: { settings: context } });
});

test('nothing is too little', () => {
  expect(complaintsOf({})).toEqual(['emailFrom or smsCountries is required: without either, nothing can be sent']);
});

test('settings of the functions and of the stack are told apart, and may be numbers and booleans of cdk.json', () => {
  const context = {
    ...enough,
    codeLength: 8,
    firewall: false,
    requestsPerSecond: 50,
    logDays: '90',
    domainName: 'a.example',
    certificateArn: 'arn:aws:acm:x',
  };
  expect(readContext(context)).toMatchObject({
    props: {
      settings: { emailFrom: 'login@example.com', codeLength: '8' },
      firewall: false,
      requestsPerSecond: 50,
      logRetention: 90,
      domain: { domainName: 'a.example', certificateArn: 'arn:aws:acm:x' },
    },
  });
});

test('context that is not ours is left alone', () => {
  const others = { '@aws-cdk/core:x': true, 'cli-telemetry': false, 'aws:cdk:y': [], team: 'identity', vpcId: 'vpc-1' };
  expect(complaintsOf({ ...enough, ...others })).toEqual([]);
});

test('the stack goes to an account and region, tagged and protected, on a processor', () => {
  const where = { account: '012345678901', region: 'eu-west-1', architecture: 'x86_64' };
  const context = { ...enough, ...where, tags: { team: 'identity' }, terminationProtection: true };
  expect(readContext(context)).toMatchObject({
    props: {
      env: { account: '012345678901', region: 'eu-west-1' },
      architecture: Architecture.X86_64,
      tags: { team: 'identity' },
      terminationProtection: true,
    },
  });
});

test.each<[Record<string, string>, object | undefined]>([
  [{}, undefined],
  [{ createEmailIdentity: 'false' }, undefined],
  [{ createEmailIdentity: 'true' }, { hostedZoneId: undefined, dmarc: undefined }],
  [
    { emailHostedZoneId: 'Z1', dmarc: 'off' },
    { hostedZoneId: 'Z1', dmarc: false },
  ],
  [
    { emailHostedZoneId: 'Z1', dmarc: 'v=DMARC1; p=reject' },
    { hostedZoneId: 'Z1', dmarc: 'v=DMARC1; p=reject' },
  ],
])("%j makes of the sender's domain %j", (context, senderDomain) => {
  expect(readContext({ ...enough, ...context })).toMatchObject({ props: { senderDomain } });
});

test('what an earlier stack left is given to the stack, not to the functions', () => {
  const kept = {
    tableName: 'login-code-Table-1',
    indexSecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a/Index-AbCdEf',
    codeSecretArn: 'arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:Code-123456',
  };
  expect(readContext({ ...enough, ...kept })).toMatchObject({ props: { settings: enough, ...kept } });
  expect(readContext({ ...enough, replicaRegions: 'eu-central-1,us-gov-west-1 cn-north-1' })).toMatchObject({
    props: { replicaRegions: ['eu-central-1', 'us-gov-west-1', 'cn-north-1'] },
  });
});

describe('what is wrong', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a slip of the pen', { smsCountry: 'US=1' }, 'smsCountry is no setting of this stack: is it smsCountries?'],
    ['the name of a variable', { CODE_TTL: '5m' }, 'CODE_TTL is no setting of this stack: is it codeTtl?'],
    ['an account that lost its zero', { account: '12345678901' }, 'account must be an id of an account: 12 digits'],
    ['a region that is none', { region: 'Europe' }, 'region must be a region such as eu-west-1'],
    ['tags that are no object', { tags: 'a=b' }, 'tags must be an object of texts, such as {"team": "identity"}'],
    ["a tag of AWS's own", { tags: '{"aws:a":"b"}' }, 'tags must be an object of texts'],
    ['a processor that Lambda has not', { architecture: 'x86' }, 'architecture must be arm64 or x86_64'],
    ['what the stack knows itself', { publicUrl: 'https://a.example' }, 'publicUrl is no setting of this stack'],
    ['a value of a function', { codeLength: '5' }, 'codeLength must be a whole number from 6 to 10'],
    ['a value of the stack', { firewall: 'on' }, 'firewall must be true or false'],
    ['another value of the stack', { firewallMode: 'off' }, 'firewallMode must be count or block'],
    ['how mail is encrypted', { emailTls: 'true' }, 'emailTls must be require or optional'],
    [
      'the ARN of a table',
      { tableName: 'arn:aws:dynamodb:eu-west-1:123456789012:table/a' },
      'tableName must be the name of a table, not its ARN',
    ],
    [
      'the name of a secret',
      { indexSecretArn: 'login-code-index' },
      'indexSecretArn must be the whole ARN of a secret',
    ],
    [
      'the ARN of a secret without its end',
      { codeSecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:code' },
      'codeSecretArn must be the whole ARN of a secret, with the hyphen and six characters',
    ],
    ['a region that is none', { replicaRegions: 'eu-central-1 Frankfurt' }, 'replicaRegions must be regions such as'],
    [
      'encrypted alarms without a key',
      { encryptAlarms: 'true', alarmEmail: 'ops@example.com' },
      'encryptAlarms needs encryptionKeyArn and alarmEmail beside it',
    ],
    [
      'the alias of a key',
      { encryptionKeyArn: 'arn:aws:kms:eu-west-1:123456789012:alias/a' },
      'encryptionKeyArn must be the ARN of a key in KMS, not of an alias',
    ],
    ['a region twice', { replicaRegions: 'eu-central-1,eu-central-1' }, 'replicaRegions must be regions such as'],
    [
      'copies of a secret that another made',
      {
        replicaRegions: 'eu-central-1',
        indexSecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf',
      },
      'replicaRegions is for an index secret that the stack makes',
    ],
    [
      'half a proxy',
      { callerIpHeader: 'x-ip' },
      'originSecret is required beside callerIpHeader, or originSecretSha256',
    ],
    [
      'a hash that is none',
      { callerIpHeader: 'x-ip', originSecretSha256: 'AB' },
      'originSecretSha256 must be a SHA-256',
    ],
    ['a domain alone', { domainName: 'a.example' }, 'domainName needs hostedZoneId or certificateArn beside it'],
    ['a zone without a domain', { hostedZoneId: 'Z1' }, 'domainName is required beside hostedZoneId or certificateArn'],
    [
      'an address as the identity to make',
      { emailIdentity: 'login@example.com', createEmailIdentity: 'true' },
      'emailIdentity must be the domain of emailFrom, or one above it',
    ],
    [
      'a zone whose identity is not wanted',
      { emailHostedZoneId: 'Z1', createEmailIdentity: 'false' },
      'createEmailIdentity cannot be false beside emailHostedZoneId',
    ],
    ['a zone for mail without mail', { emailFrom: '', emailHostedZoneId: 'Z1' }, 'emailHostedZoneId needs emailFrom'],
    ['a DMARC record of nothing', { dmarc: 'off' }, 'dmarc needs emailHostedZoneId or createEmailIdentity=true'],
    ['DMARC without a policy', { createEmailIdentity: 'true', dmarc: 'v=DMARC1' }, 'dmarc must be v=DMARC1; p='],
    ['days CloudWatch does not know', { logDays: '31' }, 'logDays must be 1 or 3 or 5'],
    [
      'a text that would take two segments',
      { smsCountries: '*=1', brandName: 'x'.repeat(40), codeOrigin: 'login.example.com' },
      'brandName with codeOrigin and androidAppHash makes texts longer',
    ],
  ])('%s is said, by the name it is given by', (_, context, complaint) => {
    expect(complaintsOf({ ...enough, ...context }).join('\n')).toContain(complaint);
  });

  test('is said all at once, and never quotes a value', () => {
    const originSecret = secret('sixteen characters or more');
    const complaints = complaintsOf({ codeTtl: '1d', originSecret, sandbox: 'perhaps', emailForm: 'a' });
    expect(complaints.map((complaint) => complaint.split(' ')[0])).toEqual([
      'originSecret',
      'emailForm',
      'codeTtl',
      'emailFrom',
      'sandbox',
    ]);
    expect(complaints.join()).not.toMatch(/1d|sixteen|perhaps/);
  });

  test('is never said in the names of variables', () => {
    const everyOneBad = Object.fromEntries(Object.keys(variable).map((name) => [name, '?']));
    const said = [everyOneBad, {}, { callerIpHeader: 'x-ip' }, { ...enough, audience: '' }].flatMap(complaintsOf);
    expect(said.length).toBeGreaterThan(20);
    const names = new RegExp(`\\b(${Object.values(variable).join('|')})\\b`);
    expect(said.filter((complaint) => names.test(complaint))).toEqual([]);
  });

  test('is said by the names of the stack also to a program that makes the service', () => {
    const tooLong = { smsCountries: 'US=5', brandName: 'x'.repeat(40), codeOrigin: 'login.example.com' };
    expect(() => configOf(tooLong)).toThrow('\n  brandName with codeOrigin and androidAppHash makes texts longer');
  });
});
