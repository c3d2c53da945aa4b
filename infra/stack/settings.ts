import type { OwnWords } from '../../lib/locales/own-words.ts';
import { type Check, complaintsOf, type VerifyConfig, verifyConfigOf } from '../../lib/settings/config.ts';
import { type Reader, readerOf, type Setting } from '../../lib/settings/reader.ts';
import { variable } from '../../lib/settings/variables.ts';
import { checkWords } from '../words/check.ts';

/**
 * The stack knows these itself, takes them as props of its own (`kept-props.ts`), or must not be told them: a secret could be
 * read in the template.
 */
const notGiven = [
  'tableName',
  'indexSecretArn',
  'codeSecretArn',
  'heartbeatSecretArn',
  'sendVersionArn',
  'verifyVersionArn',
  'loginCodeSecret',
  'originSecret',
  'publicUrl',
  'apiReference',
  'sesConfigurationSet',
  'wordsFile',
  'dynamodbEndpoint',
  'sesEndpoint',
  'snsEndpoint',
  'endUserMessagingEndpoint',
  'secretsManagerEndpoint',
  'kmsEndpoint',
  'lambdaEndpoint',
  'codeDeployEndpoint',
] as const;

type GivenSetting = Exclude<Setting, (typeof notGiven)[number]>;

/**
 * Settings of the functions, by their names in `lib/settings/variables.ts`: `{ emailFrom: 'login@example.com' }`. An existing
 * table and existing secrets are given to the service beside them.
 */
export type Settings = Readonly<Partial<Record<GivenSetting, string>>>;

export const givenSettings = Object.keys(variable).filter(
  (name) => !(notGiven as readonly string[]).includes(name),
) as readonly GivenSetting[];

/** Metrics are told apart by the service's name alone: of two stacks with one name, each would sound the other's alarms. */
export const named = (stackName: string, settings: Settings): Settings => ({
  ...settings,
  serviceName: settings.serviceName || stackName,
});

/** The environment variables of the functions. */
export const environmentOf = (settings: Settings): Record<string, string> =>
  Object.fromEntries(givenSettings.flatMap((name) => (settings[name] ? [[variable[name], settings[name]]] : [])));

/**
 * As the functions will read them. Throws one error that names every bad setting, and all that is wrong with the words.
 * @internal
 */
export const configOf = (settings: Settings, words?: OwnWords): VerifyConfig =>
  verifyConfigOf(readerOfSettings(settings), checkWords(words, 'words'));

/** @internal */
export const complaintsAbout = (settings: Settings, check?: Check): readonly string[] =>
  complaintsOf(readerOfSettings(settings), check);

/** Looks settings up, and complains, by the names that the stack gives them. */
const readerOfSettings = (settings: Settings): Reader =>
  readerOf({ ...placeholders, ...givenIn(settings) }, (setting) => setting);

const givenIn = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value));

/** Stand in for values that are known only after deployment. */
const placeholders: Readonly<Partial<Record<Setting, string>>> = {
  tableName: 'table',
  indexSecretArn: 'arn:aws:secretsmanager:index',
  codeSecretArn: 'arn:aws:secretsmanager:code',
  signingKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/signing',
  publicUrl: 'https://login.example.com',
  audience: 'https://login.example.com',
};

/** The function that hears of mail knows no more than it needs. */
export function emailEventsEnvironmentOf({ serviceName, bounceMark }: Settings): Record<string, string> {
  return {
    ...(serviceName && { [variable.serviceName]: serviceName }),
    ...(bounceMark && { [variable.bounceMark]: bounceMark }),
  };
}
