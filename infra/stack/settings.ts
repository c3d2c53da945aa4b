import { complaintsOf, readVerifyConfig, type VerifyConfig } from '../../lib/settings/config.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { variable } from '../../lib/settings/variables.ts';

/** What the stack knows by itself, and what it never takes: a secret would stand readable in the template. */
const notGiven = [
  'tableName',
  'indexSecretArn',
  'codeSecretArn',
  'loginCodeSecret',
  'originSecret',
  'publicUrl',
  'sesConfigurationSet',
  'dynamodbEndpoint',
  'sesEndpoint',
  'snsEndpoint',
  'secretsManagerEndpoint',
  'kmsEndpoint',
] as const;

type Setting = keyof typeof variable;
type GivenSetting = Exclude<Setting, (typeof notGiven)[number]>;

/** Settings of the functions by their names in `lib/names.ts`: `{ emailFrom: 'login@example.com' }`. */
export type Settings = Readonly<Partial<Record<GivenSetting, string>>>;

export const givenSettings = Object.keys(variable).filter(
  (name) => !(notGiven as readonly string[]).includes(name),
) as readonly GivenSetting[];

/** As the functions are told them. */
export const environmentOf = (settings: Settings): Record<string, string> =>
  Object.fromEntries(givenSettings.flatMap((name) => (settings[name] ? [[variable[name], settings[name]]] : [])));

/** As the functions will read them. Throws naming every bad one. */
export const configOf = (settings: Settings): VerifyConfig =>
  readVerifyConfig({ ...placeholders, ...environmentOf(settings) });

/** What is wrong with them, each by the name it is given by. */
export const complaintsAbout = (settings: Settings): readonly string[] =>
  complaintsOf({ ...placeholders, ...environmentOf(settings) }).map((complaint) =>
    complaint.replace(/\b[A-Z]+(_[A-Z\d]+)+\b/g, (name) => settingOf.get(name) ?? name),
  );

const settingOf = new Map(Object.entries(variable).map(([setting, name]) => [name as string, setting]));

/** In place of what is known only once it is deployed. */
const placeholders: Environment = {
  [variable.tableName]: 'table',
  [variable.indexSecretArn]: 'arn:aws:secretsmanager:index',
  [variable.codeSecretArn]: 'arn:aws:secretsmanager:code',
  [variable.signingKeyArn]: 'arn:aws:kms:eu-west-1:123456789012:key/signing',
  [variable.publicUrl]: 'https://login.example.com',
  [variable.audience]: 'https://login.example.com',
};
