import type { Environment as Target } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Draft, type Faulty, whole } from '../../lib/settings/draft.ts';
import * as a from '../../lib/settings/values.ts';
import type { LoginCodeStackProps } from '../stack/stack.ts';
import { arnOf, keyArn, region as regionName, regions, secretArn, tableName } from './aws-names.ts';
import { readDomain } from './domain.ts';
import type { StackReader } from './reader.ts';
import { readRollout } from './rollout.ts';
import { readSenderDomain } from './sender-domain.ts';
import type { StackSetting } from './stack-settings.ts';
import { readTags } from './tags.ts';

/** What the stack takes besides the settings of the functions. */
export function readStackProps(
  reader: StackReader,
  emailFrom: string | undefined,
): Draft<Omit<LoginCodeStackProps, 'settings'>> {
  const { optional } = reader;
  complainOfPairs(reader);
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
    ...readRollout(reader),
    apiReference: flag('apiReference'),
    firewall: flag('firewall'),
    firewallRate: optional('firewallRate', a.integer(10, 100_000_000)),
    firewallMode: optional('firewallMode', a.oneOf('count', 'block')),
    emailIdentity,
    senderDomain: readSenderDomain(reader, emailFrom, emailIdentity),
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
    smsDeliveryLogs: flag('smsDeliveryLogs'),
  };
}

/** Settings that say nothing, or contradict, without another. */
function complainOfPairs({ complain, isSet }: StackReader): void {
  if (isSet('replicaRegions') && isSet('indexSecretArn')) {
    complain('replicaRegions', 'is for an index secret that the stack makes: replicate indexSecretArn yourself');
  }
  if (isSet('encryptAlarms') && !(isSet('encryptionKeyArn') && isSet('alarmEmail'))) {
    complain('encryptAlarms', 'needs encryptionKeyArn and alarmEmail beside it');
  }
}

/** Undefined: where the credentials of `cdk deploy` lead to. */
function readTarget({ isSet, optional }: StackReader): Target | Faulty | undefined {
  const account = optional('account', a.matching(/^\d{12}$/, 'an id of an account: 12 digits, in quotes'));
  const region = optional('region', regionName);
  return isSet('account') || isSet('region') ? whole<Target>({ account, region }) : undefined;
}

const architecture: a.Read<Architecture> = a.mapped(a.oneOf('arm64', 'x86_64'), (name) =>
  name === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
);

/** CloudWatch takes no other number of days up to a year. */
const logDays: a.Read<RetentionDays> = a.mapped(
  a.oneOf('1', '3', '5', '7', '14', '30', '60', '90', '120', '150', '180', '365'),
  Number,
);
