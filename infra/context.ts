import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Draft, type Faulty, faulty, whole } from '../lib/settings/draft.ts';
import { type Environment, readerOf } from '../lib/settings/reader.ts';
import * as a from '../lib/settings/values.ts';
import { arnOf, keyArn, regions, secretArn, tableName } from './aws-names.ts';
import type { DomainProps } from './stack/gateway/domain.ts';
import { complaintsAbout, givenSettings } from './stack/settings.ts';
import type { LoginCodeStackProps } from './stack/stack.ts';

/** Settings of the stack itself. Those of the functions can be given too (`stack/settings.ts`). */
export const stackSettings = [
  'stackName',
  'domainName',
  'hostedZoneId',
  'certificateArn',
  'requestsPerSecond',
  'reservedConcurrency',
  'firewall',
  'firewallRate',
  'firewallMode',
  'emailIdentity',
  'emailTls',
  'sandbox',
  'tableName',
  'indexSecretArn',
  'codeSecretArn',
  'replicaRegions',
  'encryptionKeyArn',
  'encryptAlarms',
  'logDays',
  'cloudWatchRole',
  'alarmTopicArn',
  'alarmEmail',
  'smsSpend',
] as const;

type StackSetting = (typeof stackSettings)[number];
type Reader = ReturnType<typeof readStackSettings>;
const readStackSettings = (given: Environment) => readerOf(given, (name: StackSetting) => name);

/** All that a stack takes, or all that is wrong with what was given. */
export type Reading = { readonly props: LoginCodeStackProps } | { readonly complaints: readonly string[] };

/** Reads the CDK's context: `-c NAME=VALUE`, and what stands in `cdk.json`. */
export function readContext(context: Readonly<Record<string, unknown>>): Reading {
  const given = Object.fromEntries(Object.entries(context).map(([name, value]) => [name, String(value)]));
  const settings = Object.fromEntries(givenSettings.map((name) => [name, given[name]?.trim()]));
  const reader = readStackSettings(given);
  const props = whole<LoginCodeStackProps>({ settings, ...stackProps(reader) });
  const complaints = [...Object.keys(given).flatMap(unknown), ...complaintsAbout(settings), ...reader.complaints];
  return props === faulty || complaints.length > 0 ? { complaints } : { props };
}

const known = new Set<string>([...givenSettings, ...stackSettings]);

/** A misspelt name would leave a setting unset. The CDK's own names contain other characters, such as `@` and `:`. */
function unknown(name: string): readonly string[] {
  if (known.has(name) || !/^\w+$/.test(name)) return [];
  if (name === 'originSecret') return ['originSecret could be read in the template: give originSecretSha256'];
  return [`${name} is no setting of this stack`];
}

function stackProps(reader: Reader): Draft<Omit<LoginCodeStackProps, 'settings'>> {
  const { complain, isSet, optional } = reader;
  if (isSet('replicaRegions') && isSet('indexSecretArn')) {
    complain('replicaRegions', 'is for an index secret that the stack makes: replicate indexSecretArn yourself');
  }
  if (isSet('encryptAlarms') && !(isSet('encryptionKeyArn') && isSet('alarmEmail'))) {
    complain('encryptAlarms', 'needs encryptionKeyArn and alarmEmail beside it');
  }
  const flag = (name: StackSetting) => optional(name, a.trueOrFalse);
  return {
    stackName: optional('stackName', a.matching(/^[a-z][a-z\d-]{0,127}$/i, 'letters, digits and hyphens')),
    domain: readDomain(reader),
    requestsPerSecond: optional('requestsPerSecond', a.integer(1, 10_000)),
    reservedConcurrency: optional('reservedConcurrency', a.integer(1, 100_000)),
    firewall: flag('firewall'),
    firewallRate: optional('firewallRate', a.integer(10, 100_000_000)),
    firewallMode: optional('firewallMode', a.oneOf('count', 'block')),
    emailIdentity: optional('emailIdentity', a.matching(/^[\w.+-]+(@[\w.-]+)?$/, 'an address or a domain')),
    emailTls: optional('emailTls', a.oneOf('require', 'optional')),
    sandbox: flag('sandbox'),
    tableName: optional('tableName', tableName),
    indexSecretArn: optional('indexSecretArn', secretArn),
    codeSecretArn: optional('codeSecretArn', secretArn),
    replicaRegions: optional('replicaRegions', regions),
    encryptionKeyArn: optional('encryptionKeyArn', keyArn),
    encryptAlarms: flag('encryptAlarms'),
    logRetention: optional('logDays', logDays),
    cloudWatchRole: flag('cloudWatchRole'),
    alarmTopicArn: optional('alarmTopicArn', arnOf('sns')),
    alarmEmail: optional('alarmEmail', a.emailAddress),
    smsSpend: optional('smsSpend', a.integer(1, 1_000_000)),
  };
}

function readDomain({ isSet, optional, required, complain }: Reader): DomainProps | Faulty | undefined {
  const certificateArn = optional('certificateArn', arnOf('acm'));
  const hostedZoneId = optional(
    'hostedZoneId',
    a.matching(/^Z[A-Z\d]+$/, 'the id of a hosted zone, such as Z0123456789'),
  );
  const given = isSet('certificateArn') || isSet('hostedZoneId');
  if (!given && !isSet('domainName')) return undefined;
  const domainName = required('domainName', a.domain, ' beside hostedZoneId or certificateArn');
  if (!given) complain('domainName', 'needs hostedZoneId or certificateArn beside it');
  return whole({ domainName, certificateArn, hostedZoneId });
}

/** CloudWatch takes no other number of days up to a year. */
const logDays: a.Read<RetentionDays> = a.mapped(
  a.oneOf('1', '3', '5', '7', '14', '30', '60', '90', '120', '150', '180', '365'),
  Number,
);
