import type { Environment } from '../../lib/settings/reader.ts';
import { variable } from '../../lib/settings/variables.ts';
import { givenSettings, type Settings } from '../stack/settings.ts';

export const tableName = 'login-code';

const arn = (name: string): string => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`;

/** Always the same, so that you can name a secret to rotate it, and functions in containers can find it. */
export const secretArns = {
  [variable.indexSecretArn]: arn('login-code-index'),
  [variable.codeSecretArn]: arn('login-code-code'),
  [variable.heartbeatSecretArn]: arn('login-code-heartbeat'),
};

const defaults: Settings = { emailFrom: 'login@example.com', smsCountries: '*=1000', environment: 'development' };

/** The environment wins over the defaults, also with an empty value, which switches a default off. */
export const laptopSettings = (env: Environment, more: Settings = {}): Settings =>
  Object.fromEntries(givenSettings.map((name) => [name, env[variable[name]] ?? { ...defaults, ...more }[name]]));
