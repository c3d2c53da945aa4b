import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const venv = join(import.meta.dirname, '../../../.cache/cfn-lint');

/** On PATH, or installed into `.cache`. Undefined: there is no Python to install it with. */
export function findCfnLint(): string | undefined {
  if (spawnSync('cfn-lint', ['--version']).status === 0) return 'cfn-lint';
  const installed = join(venv, 'bin/cfn-lint');
  if (existsSync(installed)) return installed;
  if (spawnSync('python3', ['-m', 'venv', venv]).status !== 0) return undefined;
  const install = ['install', '--quiet', '--disable-pip-version-check', 'cfn-lint==1.58.0'];
  const { status } = spawnSync(join(venv, 'bin/pip'), install, { stdio: 'inherit' });
  if (status !== 0) throw new Error('pip could not install cfn-lint');
  return installed;
}
