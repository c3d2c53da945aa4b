/** `npm run test:schemathesis`: lets schemathesis, with all its checks, call a laptop stack by what its document says. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';
import { isThere, type Step, step } from '../tools.ts';

const version = '4.32.5';
const url = `http://localhost:${port}`;
const cache = join(import.meta.dirname, '../../../.cache/schemathesis');
const schemathesis = join(cache, version, 'bin/schemathesis');

/** Else the run would soon see nothing but 429. */
const withoutLimits = Object.fromEntries(
  ['CALLER_LIMITS', 'VERIFY_CALLER_LIMITS', 'TARGET_LIMITS', 'TARGET_CALLER_LIMITS', 'EMAIL_BUDGET'].map((name) => [
    name,
    'off',
  ]),
);

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** False: it could not be. */
function installed(): boolean {
  if (existsSync(schemathesis)) return true;
  mkdirSync(cache, { recursive: true });
  const pip: Step = step(cache, join(version, 'bin/pip'), 'install', '--quiet', `schemathesis==${version}`);
  return step(cache, 'python3', '-m', 'venv', version)() && pip();
}

async function run(): Promise<boolean> {
  const laptop = startLaptop(port, withoutLimits);
  try {
    await ready(laptop);
    const config = join(import.meta.dirname, 'schemathesis.toml');
    const options = ['--checks', 'all', '--max-examples', '100', '--no-color'];
    return step(cache, schemathesis, '--config-file', config, 'run', `${url}/openapi.json`, ...options)();
  } finally {
    await kill(laptop);
  }
}

if (!isThere('python3', '--version')) say('schemathesis: skipped, there is no Python');
else if (!installed()) say('schemathesis: skipped, pip or venv could not install it');
else if (await run()) say('schemathesis: nothing found');
else process.exitCode = 1;
