import { join } from 'node:path';
import type { Environment as Target } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Draft, type Faulty, faulty, whole } from '../lib/settings/draft.ts';
import { type Environment, readerOf } from '../lib/settings/reader.ts';
import * as a from '../lib/settings/values.ts';
import { environmentsIn, readEnvironment } from './environments/environment.ts';
import { isOurs, meant, nearest } from './environments/names.ts';
import type { StackSetting } from './environments/stack-settings.ts';
import { readTags } from './environments/tags.ts';
import { type Given, textsOf } from './environments/texts.ts';
import { senderDomainOf } from './stack/delivery/sender-address.ts';
import type { SenderDomainProps } from './stack/delivery/sender-domain.ts';
import type { DomainProps } from './stack/gateway/domain.ts';
import { complaintsAbout, givenSettings } from './stack/settings.ts';
import type { LoginCodeStackProps } from './stack/stack.ts';

type Reader = ReturnType<typeof readStackSettings>;
const readStackSettings = (given: Environment) => readerOf(given, (name: StackSetting) => name);

/** All that a stack takes, or all that is wrong with what was given. */
export type Reading = { readonly props: LoginCodeStackProps } | { readonly complaints: readonly string[] };

const environments = join(import.meta.dirname, 'environments');

/**
 * Reads the CDK's context: `-c NAME=VALUE`, what stands in `cdk.json`, and under both the file that `-c env=NAME` names.
 */
export function readContext(context: Readonly<Record<string, unknown>>, folder = environments): Reading {
  const env = context.env === undefined ? undefined : String(context.env);
  const file = env === undefined ? nothing : readEnvironment(env, folder);
  const line = textsOf(Object.fromEntries(Object.entries(context).filter(([name]) => isOurs(name))));
  // Two environments in one account and region must not be one stack.
  const given: Given = { ...(env && { stackName: `login-code-${env}` }), ...file.given, ...line.given };
  const settings = Object.fromEntries(givenSettings.map((name) => [name, given[name]?.trim()]));
  const reader = readStackSettings(given);
  const props = whole<LoginCodeStackProps>({ settings, ...stackProps(reader, settings.emailFrom) });
  const misread = [...file.complaints, ...Object.keys(context).flatMap(misspelt), ...line.complaints];
  const complaints = [...misread, ...complaintsAbout(settings), ...reader.complaints];
  return props === faulty || complaints.length > 0 ? { complaints } : { props };
}

const nothing = { given: {}, complaints: [] };

/** What to do about missing settings. */
export const howToGive = `-c env=NAME reads them from a file in infra/environments: NAME is ${environmentsIn(environments).join(' or ')}.`;

/** A misspelt name would leave a setting unset. Context that others use is left alone. */
function misspelt(name: string): readonly string[] {
  if (isOurs(name) || name === 'env') return [];
  if (name === 'originSecret') return ['originSecret could be read in the template: give originSecretSha256'];
  return nearest(name) === undefined ? [] : [`${name} is no setting of this stack${meant(name)}`];
}

const arnOf = (service: string) => a.matching(new RegExp(`^arn:[\\w-]+:${service}:.+`), `an ARN of ${service}`);

function stackProps(reader: Reader, emailFrom: string | undefined): Draft<Omit<LoginCodeStackProps, 'settings'>> {
  const { optional } = reader;
  const flag = (name: StackSetting) => optional(name, a.trueOrFalse);
  const emailIdentity = optional('emailIdentity', a.matching(/^[\w.+-]+(@[\w.-]+)?$/, 'an address or a domain'));
  return {
    // CloudFormation takes 128 characters, but the service is named by it, with 64 at most.
    stackName: optional('stackName', a.matching(/^[a-z][a-z\d-]{0,63}$/i, 'up to 64 letters, digits and hyphens')),
    env: readTarget(reader),
    tags: optional('tags', readTags),
    terminationProtection: flag('terminationProtection'),
    architecture: optional('architecture', architecture),
    domain: readDomain(reader),
    requestsPerSecond: optional('requestsPerSecond', a.integer(1, 10_000)),
    reservedConcurrency: optional('reservedConcurrency', a.integer(1, 100_000)),
    firewall: flag('firewall'),
    firewallRate: optional('firewallRate', a.integer(10, 100_000_000)),
    firewallMode: optional('firewallMode', a.oneOf('count', 'block')),
    emailIdentity,
    senderDomain: readSenderDomain(reader, emailFrom, emailIdentity),
    sandbox: flag('sandbox'),
    encryptionKeyArn: optional('encryptionKeyArn', arnOf('kms')),
    logRetention: optional('logDays', logDays),
    cloudWatchRole: flag('cloudWatchRole'),
    alarmTopicArn: optional('alarmTopicArn', arnOf('sns')),
    alarmEmail: optional('alarmEmail', a.emailAddress),
    smsSpend: optional('smsSpend', a.integer(1, 1_000_000)),
  };
}

const zoneId = a.matching(/^Z[A-Z\d]+$/, 'the id of a hosted zone, such as Z0123456789');

function readDomain({ isSet, optional, required, complain }: Reader): DomainProps | Faulty | undefined {
  const certificateArn = optional('certificateArn', arnOf('acm'));
  const hostedZoneId = optional('hostedZoneId', zoneId);
  const given = isSet('certificateArn') || isSet('hostedZoneId');
  if (!given && !isSet('domainName')) return undefined;
  const domainName = required('domainName', a.domain, ' beside hostedZoneId or certificateArn');
  if (!given) complain('domainName', 'needs hostedZoneId or certificateArn beside it');
  return whole({ domainName, certificateArn, hostedZoneId });
}

/** Undefined: where the credentials of `cdk deploy` lead to. */
function readTarget({ isSet, optional }: Reader): Target | Faulty | undefined {
  const account = optional('account', a.matching(/^\d{12}$/, 'an id of an account: 12 digits, in quotes'));
  const region = optional('region', a.matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-west-1'));
  return isSet('account') || isSet('region') ? whole<Target>({ account, region }) : undefined;
}

const architecture: a.Read<Architecture> = a.mapped(a.oneOf('arm64', 'x86_64'), (name) =>
  name === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
);

/** Longer texts would need two strings in one record. */
const dmarc: a.Read<string | false> = a.mapped(
  a.matching(/^(off|v=DMARC1; ?p=(none|quarantine|reject)(;[^"\\]{0,220})?)$/, 'v=DMARC1; p=… and so on, or off'),
  (text) => text !== 'off' && text,
);

function readSenderDomain(
  { isSet, optional, complain }: Reader,
  emailFrom = '',
  identity: string | Faulty | undefined,
): SenderDomainProps | Faulty | undefined {
  const props: Draft<SenderDomainProps> = {
    hostedZoneId: optional('emailHostedZoneId', zoneId),
    dmarc: optional('dmarc', dmarc),
  };
  const create = optional('createEmailIdentity', a.trueOrFalse);
  if (create === false && isSet('emailHostedZoneId'))
    complain('createEmailIdentity', 'cannot be false beside emailHostedZoneId');
  if (!create && !isSet('emailHostedZoneId')) {
    if (isSet('dmarc')) complain('dmarc', 'needs emailHostedZoneId or createEmailIdentity=true beside it');
    return undefined;
  }
  if (emailFrom === '') complain(create ? 'createEmailIdentity' : 'emailHostedZoneId', 'needs emailFrom beside it');
  else if (identity !== faulty && senderDomainOf(emailFrom, identity) === undefined) {
    complain('emailIdentity', 'must be the domain of emailFrom, or one above it, if the stack is to make it');
  }
  return whole(props);
}

/** CloudWatch takes no other number of days up to a year. */
const logDays: a.Read<RetentionDays> = a.mapped(
  a.oneOf('1', '3', '5', '7', '14', '30', '60', '90', '120', '150', '180', '365'),
  Number,
);
