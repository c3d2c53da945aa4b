import type { Environment } from '../../lib/settings/reader.ts';
import { variable } from '../../lib/settings/variables.ts';
import { givenSettings, type Settings } from '../stack/settings.ts';

export const tableName = 'login-code';

const arn = (name: string): string => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`;

/** The same each time, so that a rotation can name them, and functions in containers find them. */
export const secretArns = {
  [variable.indexSecretArn]: arn('login-code-index'),
  [variable.codeSecretArn]: arn('login-code-code'),
};

const defaults: Settings = { emailFrom: 'login@example.com', smsCountries: '*=1000', environment: 'development' };

/** Set from outside, even to nothing, which switches a default off. */
export const laptopSettings = (env: Environment, more: Settings = {}): Settings =>
  Object.fromEntries(givenSettings.map((name) => [name, env[variable[name]] ?? { ...defaults, ...more }[name]]));
