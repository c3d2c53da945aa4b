/**
 * `npm run test:lambda`: every test of a function's answers again, with the function as it is deployed: the bundled asset,
 * in processes of its own behind the Lambda Runtime API. Then a search of all that those wrote.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/build/bundle.ts';
import { jest } from './jest.ts';
import { outputFile, secretsFile } from './recorded.ts';

// Elsewhere, so that an asset finds no package of ours that it lacks.
const assets = mkdtempSync(join(tmpdir(), 'login-code-assets-'));
for (const recorded of [outputFile, secretsFile]) rmSync(recorded, { force: true });

let status = 1;
try {
  await Promise.all(readdirSync('functions').map((name) => bundle(name, join(assets, name))));
  const tests = jest('lambda', ['--findRelatedTests', 'test/support/start-function.ts'], {
    TEST_LAMBDA: assets,
    TEST_ROUNDS: '0.1',
  });
  const search = jest('lambda-leaks', ['test/leaks.test.ts']);
  status = tests || search;
} finally {
  rmSync(assets, { recursive: true });
}
process.exit(status);
