import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { resultsFolder } from '../../support/recorded.ts';
import { createStack, everything, flags, mailOnly } from '../../support/synthesis.ts';

const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf';
const kept = { tableName: 'kept', indexSecretArn: secret, codeSecretArn: secret, emailTls: 'require' };

const texts = { smsCountries: 'US=5', smsService: 'end-user-messaging', smsFeedback: 'on', bounceMark: 'on' };

const root = join(import.meta.dirname, '../../..');

const senders = { ...mailOnly, emailHostedZoneId: 'Z0123456789' };

describe('the rules of cdk-nag', () => {
  const findings = (stack: Stack): readonly string[] =>
    [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
      pack.validateScope(stack).violations.map(({ ruleName, description }) => `${ruleName}: ${description}`),
    );

  test('find nothing that is not acknowledged where it is', () => {
    expect(
      [
        mailOnly,
        senders,
        everything,
        { ...everything, firewall: 'false', encryptAlarms: 'true' },
        { ...mailOnly, rollout: 'canary', provisionedConcurrency: '2' },
        { ...mailOnly, ...kept },
        { ...mailOnly, ...texts },
        { ...mailOnly, ...texts, smsSenders: 'US=+12025550100', smsSenderId: 'ACME', account: '123456789012' },
        { ...everything, account: '123456789012', region: 'eu-west-1' },
      ].flatMap((context) => findings(createStack(context))),
    ).toEqual([]);
  });

  test('find what there is', () => {
    const stack = new Stack(new App(), 'other');
    new Bucket(stack, 'Bucket');
    expect(findings(stack).length).toBeGreaterThan(0);
  });
});

describe('what cdk runs', () => {
  test('makes a template in which the CDK finds no fault either', () => {
    expect(runApp({ ...everything, emailFrom: 'login@acme.com', emailHostedZoneId: 'Z0123456789' })).toEqual({
      status: 0,
      said: '',
    });
  });

  test('makes one of a canary too', () => {
    const acme = { emailFrom: 'login@acme.com', alarmEmail: 'ops@acme.com' };
    expect(runApp({ ...acme, rollout: 'canary', provisionedConcurrency: '2' })).toEqual({ status: 0, said: '' });
  });

  test('warns of a sender that is still the example', () => {
    expect(runApp(everything)).toEqual({ status: 0, said: expect.stringContaining("emailFrom is an example's") });
  });

  test('takes what the CDK finds for an error', () => {
    expect(flags['@aws-cdk/core:validateAgainstDefaultRules']).toBe(true);
  });

  test('says what is wrong with the settings, and nothing else', () => {
    expect(runApp({ emailFrom: 'nobody', firewall: 'on' })).toEqual({
      status: 1,
      said: expect.stringMatching(
        /^Settings to mend:\n {2}emailFrom must be .+\n {2}firewall must be true or false\n-c env=NAME .+\n$/,
      ),
    });
  });
});

/** As the CDK's command line does, in a process of its own. */
function runApp(context: Readonly<Record<string, string>>): { status: number | null; said: string } {
  const env = {
    ...process.env,
    CDK_VALIDATION: '',
    CDK_OUTDIR: mkdtempSync(join(resultsFolder, 'app-')),
    CDK_CONTEXT_JSON: JSON.stringify({ ...flags, ...context }),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const said = `${stdout}${stderr}`.replace(/^Bundling asset .+\n/gm, ''); // of assets that are not kept from before
  return { status, said };
}
