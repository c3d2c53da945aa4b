import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { readContext } from '../../infra/context.ts';
import { pages, read, root } from '../docs/pages.ts';
import { resultsFolder } from '../support/recorded.ts';

const run = promisify(execFile);

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real CDK CLI, where there is no account: everything up to the first question to AWS. */
async function cdk(...args: readonly string[]): Promise<Outcome> {
  const home = mkdtempSync(join(resultsFolder, 'home-'));
  const env = { PATH: process.env.PATH, HOME: home, AWS_EC2_METADATA_DISABLED: 'true', CDK_VALIDATION: 'false' };
  const cli = join(root, 'node_modules/aws-cdk/bin/cdk');
  try {
    const { stdout, stderr } = await run(process.execPath, [cli, ...args, '--output', join(home, 'out')], {
      cwd: root,
      env,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as Outcome;
  }
}

test('cdk ls takes the committed example of an environment', async () => {
  expect(await cdk('ls', '-c', 'env=staging')).toMatchObject({ code: 0, stdout: 'login-code-staging\n' });
});

test('cdk bootstrap takes an environment, and asks for an account only then', async () => {
  const { code, stderr } = await cdk('bootstrap', '-c', 'env=prod');
  expect(stderr).toContain('Unable to resolve AWS account to use');
  expect(code).toBe(1);
});

test('without any setting, what to set is said', async () => {
  const { code, stderr } = await cdk('synth');
  expect(stderr).toContain('emailFrom or smsCountries is required');
  expect(stderr).toContain('-c env=NAME reads them from a file in infra/environments: NAME is prod or staging.');
  expect(code).toBe(1);
});

const commands = pages.flatMap((page) =>
  [...read(page).matchAll(/^ {4,}npx cdk (.+?)(?: *#.*)?$/gm)].map(([, command = '']) => [page, command] as const),
);

test.each(commands)(
  '%s names a command that the CDK has, and settings that the stack takes: npx cdk %s',
  (_, command) => {
    const [verb, ...options] = command.split(' ');
    expect(['bootstrap', 'ls', 'synth', 'diff', 'deploy', 'destroy']).toContain(verb);
    const given = options.filter((option) => option.includes('=')).map((option) => option.split('='));
    expect(readContext(Object.fromEntries(given))).toHaveProperty('props');
  },
);

test('pages name such commands at all', () => expect(commands.length).toBeGreaterThan(5));
