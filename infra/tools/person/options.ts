import { parseArgs } from 'node:util';
import { parseEmailAddress } from '../../../lib/core/email-address.ts';
import { parsePhoneNumber } from '../../../lib/core/phone-number.ts';
import type { Target } from '../../../lib/core/target.ts';
import type { Environment } from '../../../lib/settings/reader.ts';
import { variable } from '../../../lib/settings/variables.ts';
import { readPorts } from '../../local/ports.ts';
import { secretArns, tableName } from '../../local/settings.ts';

export const usage = `npm run person -- --email name@example.com | --phone +12025550123
    shows what the deployment holds about this person, and what each of these would do:
  --unlock          lift locks and limits, so that the person can sign in at once
  --revoke-devices  make every device of the person a stranger
  --forget          delete what is stored about the person
  --yes             do it

  --local           the laptop stack of this machine, at PORT
  --table NAME --index-secret ARN
                    a deployment: the stack's outputs TableName and IndexSecretArn. Uses your AWS credentials and region
`;

/** Where the items are, and what their keys are made with. */
export interface Place {
  readonly tableName: string;
  readonly indexSecretArn: string;
  readonly endpoints: { readonly dynamodb: string | undefined; readonly secretsManager: string | undefined };
}

export interface Options {
  readonly target: Target;
  readonly place: Place;
  readonly acts: { readonly unlock: boolean; readonly revokeDevices: boolean; readonly forget: boolean };
  readonly yes: boolean;
}

/** Throws saying what is wrong, by the option's name. */
export function readOptions(args: readonly string[], env: Environment): Options {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ email: text, phone: text, table: text, 'index-secret': text, local: flag },
      ...{ unlock: flag, 'revoke-devices': flag, forget: flag, yes: flag },
    },
  });
  const { unlock, forget, yes } = values;
  return {
    target: readTarget(values.email, values.phone),
    place: values.local ? laptop(env) : deployment(values.table, values['index-secret'], env),
    acts: { unlock, forget, revokeDevices: values['revoke-devices'] },
    yes,
  };
}

function readTarget(email: string | undefined, phone: string | undefined): Target {
  if ((email === undefined) === (phone === undefined)) throw new Error('Give either --email or --phone');
  const target = email === undefined ? parsePhoneNumber(phone ?? '') : parseEmailAddress(email);
  if (typeof target === 'string') throw new Error(`${email === undefined ? '--phone' : '--email'} is not one`);
  return target;
}

function laptop(env: Environment): Place {
  const ports = readPorts(env);
  const at = (port: number): string => `http://127.0.0.1:${port}`;
  return {
    tableName,
    indexSecretArn: secretArns[variable.indexSecretArn],
    endpoints: { dynamodb: at(ports.dynamodb), secretsManager: at(ports.secretsManager) },
  };
}

function deployment(table: string | undefined, indexSecret: string | undefined, env: Environment): Place {
  const tableName = table ?? env[variable.tableName];
  const indexSecretArn = indexSecret ?? env[variable.indexSecretArn];
  if (!tableName || !indexSecretArn) throw new Error('Give --table and --index-secret, or --local');
  return { tableName, indexSecretArn, endpoints: { dynamodb: undefined, secretsManager: undefined } };
}
