/** `npm run person`: what is stored about one person, and what an operator may do about it. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createItems } from '../../../lib/aws/items.ts';
import { indexKeyFrom } from '../../../lib/core/keys.ts';
import type { IndexKey } from '../../../lib/core/mac.ts';
import { isolateFromAws } from '../../local/no-aws.ts';
import { type Act, forget, revokeDevices, unlock } from './acts.ts';
import { type Options, type Place, readOptions, usage } from './options.ts';
import { describeWindow, type PersonWindow, windowsOf } from './windows.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function run({ target, place, acts, yes }: Options): Promise<void> {
  const now = Date.now();
  const client = new DynamoDBClient(at(place.endpoints.dynamodb));
  const items = createItems(client, place.tableName);
  const windows = await windowsOf(await indexKeyOf(place), target, items);
  print(`${target.masked}\n`);
  for (const window of windows) for (const line of describeWindow(window, now)) print(line);

  const planned = actsOf(windows, acts);
  if (planned.length > 0) print(yes ? '\nDone:' : '\nThis would be done, with --yes:');
  for (const { inWords, run } of planned) {
    const applied = !yes || (await run()).applied;
    print(`  ${inWords}.${applied ? '' : ' NOT done, since the item has changed meanwhile: run this again.'}`);
  }
  client.destroy();

  function actsOf([strangers, devices]: readonly PersonWindow[], wanted: Options['acts']): readonly Act[] {
    if (!strangers || !devices) return [];
    const both = [strangers, devices];
    return [
      ...(wanted.unlock ? both.map((window) => unlock(window, items)) : []),
      ...(wanted.forget ? both.map((window) => forget(window, items)) : []),
      ...(wanted.revokeDevices ? [revokeDevices(devices, items, now)] : []),
    ].filter((act) => act !== undefined);
  }
}

async function indexKeyOf({ indexSecretArn, endpoints }: Place): Promise<IndexKey> {
  const client = new SecretsManagerClient(at(endpoints.secretsManager));
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: indexSecretArn }));
  client.destroy();
  return indexKeyFrom(SecretString);
}

const at = (endpoint: string | undefined) => (endpoint === undefined ? {} : { endpoint });

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.place.endpoints.dynamodb) isolateFromAws();
  await run(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}
