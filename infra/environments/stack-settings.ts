/** Settings of the stack itself. Those of the functions can be given too (`../stack/settings.ts`). */
export const stackSettings = [
  'stackName',
  'account',
  'region',
  'tags',
  'terminationProtection',
  'architecture',
  'domainName',
  'hostedZoneId',
  'certificateArn',
  'requestsPerSecond',
  'reservedConcurrency',
  'firewall',
  'firewallRate',
  'firewallMode',
  'emailIdentity',
  'sandbox',
  'encryptionKeyArn',
  'logDays',
  'cloudWatchRole',
  'alarmTopicArn',
  'alarmEmail',
  'smsSpend',
] as const;

export type StackSetting = (typeof stackSettings)[number];
