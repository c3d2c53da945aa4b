import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readContext } from '../../context.ts';
import { environmentsIn } from '../../environments/environment.ts';
import { nobodyTold } from '../../stack/monitoring/nobody-told.ts';
import { LoginCodeStack } from '../../stack/stack.ts';

const root = join(import.meta.dirname, '../../..');
const { context: flags } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));

/** All that can be switched on. */
const everything = {
  account: '123456789012',
  region: 'eu-west-1',
  smsCountries: 'US=5000',
  smsSpend: '100',
  smsDeliveryLogs: 'true',
  domainName: 'login.example.com',
  hostedZoneId: 'Z0123456789',
  emailIdentity: 'example.com',
  originSecretSha256: 'ab'.repeat(32),
  callerIpHeader: 'CloudFront-Viewer-Address',
  encryptionKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555',
  reservedConcurrency: '50',
  rollout: 'canary',
  provisionedConcurrency: '2',
  cloudWatchRole: 'true',
};

/** Writes the template, and returns its path. No tool looks at the functions' code, so it is not bundled. */
function writeTemplate(name: string, context: Readonly<Record<string, string>>): string {
  const reading = readContext(context);
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'));
  const app = new App({ context: flags, outdir: join(root, '.cache/lint-template', name) });
  const code = () => Code.fromAsset(join(root, 'functions/problems'));
  const stack = new LoginCodeStack(app, name, { ...reading.props, code });
  Validations.of(stack).acknowledge({ id: nobodyTold, reason: 'Nothing is deployed.' });
  app.synth();
  return join(app.outdir, stack.templateFile);
}

/** The template of each environment, and one with everything. */
export function writeTemplates(): readonly string[] {
  const environments = environmentsIn(join(root, 'infra/environments'));
  return [
    ...environments.map((env) => writeTemplate(env, { env })),
    writeTemplate('everything', { env: environments[0] ?? '', ...everything }),
  ];
}
