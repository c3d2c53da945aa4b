/** Runs the check that docs/runbooks/ci.md puts before a deployment, with what `cdk diff` really prints. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { App } from 'aws-cdk-lib';
import { resultsFolder } from '../support/recorded.ts';
import { createStack, mailOnly } from '../support/synthesis.ts';
import { read, root } from './pages.ts';

process.env.CDK_VALIDATION = 'false';
const stack = createStack({ ...mailOnly, alarmEmail: 'ops@example.com' });
const { directory } = (stack.node.root as App).synth();

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's own properties
  readonly Properties: any;
}
type Resources = Record<string, Resource>;

const page = read('docs/runbooks/ci.md');
const step = /run: \|\n(.+?)\n {6}- /s.exec(page)?.[1]?.replace(/^ {10}/gm, '') ?? '';

/** The step, when this is what is deployed. `deployed` changes what the stack is now into that. */
function check(deployed: (resources: Resources) => void): { readonly status: number | null; readonly said: string } {
  const folder = mkdtempSync(join(resultsFolder, 'ci-'));
  const template = JSON.parse(readFileSync(join(directory, 'login-code.template.json'), 'utf8'));
  deployed(template.Resources);
  const file = join(folder, 'deployed.json');
  writeFileSync(file, JSON.stringify(template));
  // Without an account, the diff compares templates.
  const diff = `"${process.execPath}" "${join(root, 'node_modules/aws-cdk/bin/cdk')}" diff`;
  const script = step
    .replace('npx cdk diff -c env=prod --method change-set', `${diff} --app "${directory}" --template "${file}"`)
    .replaceAll('diff.txt', `"${join(folder, 'diff.txt')}"`);
  const env = { ...process.env, AWS_REGION: 'eu-west-1' };
  const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: root, env, encoding: 'utf8' });
  return { status, said: stdout };
}

const idOf = (resources: Resources, type: string): string =>
  Object.keys(resources).find((id) => resources[id]?.Type === `AWS::${type}`) ?? '';

const rename = (type: string) => (resources: Resources) => {
  const id = idOf(resources, type);
  resources[`${id}Before`] = resources[id] as Resource;
  delete resources[id];
};

describe('a deployment from CI', () => {
  test('goes on where nothing changes', () => {
    expect(check(() => undefined)).toMatchObject({ status: 0, said: expect.stringContaining('differences: 0') });
  });

  test("goes on where code and the API's deployment change", () => {
    const changed = check((resources) => {
      (resources[idOf(resources, 'Lambda::Function')] as Resource).Properties.MemorySize = 128;
      rename('ApiGateway::Deployment')(resources);
    });
    expect(changed).toMatchObject({ status: 0, said: expect.stringMatching(/\[-] AWS::ApiGateway::Deployment .+\n/) });
  });

  test.each(['DynamoDB::Table', 'SecretsManager::Secret', 'KMS::Key', 'ApiGateway::RestApi'])(
    'stops where a %s would be removed',
    (type) => {
      const { status, said } = check(rename(type));
      expect([status, said]).toEqual([1, expect.stringContaining('would be removed or replaced')]);
    },
  );

  test('stops where the table would be replaced', () => {
    const { status } = check((resources) => {
      (resources[idOf(resources, 'DynamoDB::Table')] as Resource).Properties.TableName = 'before';
    });
    expect(status).toBe(1);
  });
});

test('the role that deploys is taken by one environment of one repository only', () => {
  expect(page).toMatch(
    /"StringEquals": \{\s+"token[^"]+:aud": "sts\.amazonaws\.com",\s+"token[^"]+:sub": "repo:[\w/-]+:environment:prod"/,
  );
});
