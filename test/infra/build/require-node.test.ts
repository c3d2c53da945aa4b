import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');

/** What a script needs to find out that nothing is installed. */
const needed = ['package.json', 'infra/build/prepare.js', 'infra/build/require-node.js'];

let clone: string;
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'login-code-clone-'));
  for (const file of needed) cpSync(join(root, file), join(clone, file));
});
afterAll(() => rmSync(clone, { recursive: true }));

test.each(['start', 'test', 'run smoke', 'run synth', 'run check', 'run format'])(
  'npm %s says in a fresh clone that `npm ci` comes first, and nothing else',
  (script) => {
    const { status, stdout, stderr } = spawnSync('npm', ['--silent', ...script.split(' ')], {
      cwd: clone,
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([1, '', 'Run `npm ci` first.\n']);
  },
);
