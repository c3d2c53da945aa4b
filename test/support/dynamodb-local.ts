import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';

const carrier = 'amplify-dynamodb-simulator@2.9.30';
const cache = join(import.meta.dirname, '../../.cache/dynamodb-local');
const emulator = join(cache, 'package/emulator');

/** A process that has to be stopped. */
export interface DynamoDbLocal {
  readonly url: string;
  stop(): void;
}

/** Amazon's own DynamoDB Local. Its jar ships inside an npm package, fetched once into `.cache`. Undefined: no Java is here. */
export async function startDynamoDbLocal(): Promise<DynamoDbLocal | undefined> {
  if (spawnSync('java', ['-version']).error) return undefined;
  unpack();
  const port = await freePort();
  const options = ['-inMemory', '-disableTelemetry', '-port', String(port)];
  const java = spawn('java', ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', ...options], {
    cwd: emulator,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await answers(url);
  } catch (error) {
    java.kill();
    throw error;
  }
  return { url, stop: () => void java.kill() };
}

function unpack(): void {
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
      client.destroy();
      return;
    } catch (error) {
      if (Date.now() > last) throw error;
    }
  }
}
