/**
 * `npm run lint:template`: lets cfn-lint, checkov and cfn-guard look at the templates of every environment, and at one
 * with all that can be switched on. Rules that docs/template-findings.md lists are accepted; any other finding fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readContext } from '../context.ts';
import { environmentsIn } from '../environments/environment.ts';
import { LoginCodeStack } from '../stack/stack.ts';
import { acceptedRules } from './accepted-rules.ts';

const root = join(import.meta.dirname, '../..');
const accepted = acceptedRules(readFileSync(join(root, 'docs/template-findings.md'), 'utf8'));
const { context: flags } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));

const everything = {
  account: '123456789012',
  region: 'eu-west-1',
  smsCountries: 'US=5000',
  smsSpend: '100',
  domainName: 'login.example.com',
  hostedZoneId: 'Z0123456789',
  emailIdentity: 'example.com',
  originSecretSha256: 'ab'.repeat(32),
  callerIpHeader: 'CloudFront-Viewer-Address',
  encryptionKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555',
  reservedConcurrency: '50',
  cloudWatchRole: 'true',
};

/** Writes the template, and returns its path. No tool looks at the functions' code, so it is not bundled. */
function synthesize(name: string, context: Readonly<Record<string, string>>): string {
  const reading = readContext(context);
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'));
  const app = new App({ context: flags, outdir: join(root, '.cache/lint-template', name) });
  const code = () => Code.fromAsset(join(root, 'functions/problems'));
  const stack = new LoginCodeStack(app, name, { ...reading.props, code });
  app.synth();
  return join(app.outdir, stack.templateFile);
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const run = (command: string, ...args: readonly string[]) => spawnSync(command, args, { stdio: 'inherit', cwd: root });
const isThere = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

/** Also shows what the tool found. */
function isClean(command: string, ...args: readonly string[]): boolean {
  const { status } = run(command, ...args);
  say(`${basename(command)}: ${status === 0 ? 'nothing found' : 'see above'}`);
  return status === 0;
}

/** On PATH, or installed into `.cache`. Undefined: there is no Python to install it with. */
function findCfnLint(): string | undefined {
  if (isThere('cfn-lint')) return 'cfn-lint';
  const venv = join(root, '.cache/cfn-lint');
  const installed = join(venv, 'bin/cfn-lint');
  if (existsSync(installed)) return installed;
  if (spawnSync('python3', ['-m', 'venv', venv]).status !== 0) return undefined;
  const { status } = run(
    join(venv, 'bin/pip'),
    'install',
    '--quiet',
    '--disable-pip-version-check',
    'cfn-lint==1.58.0',
  );
  if (status !== 0) throw new Error('pip could not install cfn-lint');
  return installed;
}

process.env.CDK_VALIDATION = 'false'; // `npm run synth` does that
const environments = environmentsIn(join(root, 'infra/environments'));
const templates = [
  ...environments.map((env) => synthesize(env, { env })),
  synthesize('everything', { env: environments[0] ?? '', ...everything }),
];
const results: boolean[] = [];

// W3005 is about a DependsOn that a reference already implies. The CDK writes it, and it does no harm.
const cfnLint = findCfnLint();
if (cfnLint) results.push(isClean(cfnLint, '--ignore-checks', 'W3005', '--', ...templates));
else say('skipped: cfn-lint is not on PATH, and there is no Python with pip and venv to install it');

const quiet = ['--framework', 'cloudformation', '--compact', '--quiet', '--skip-download'];
if (isThere('checkov')) {
  results.push(isClean('checkov', ...quiet, '--skip-check', accepted.checkov.join(), '-f', ...templates));
} else say('skipped: checkov is not on PATH');

const { GUARD_RULES: guardRules } = process.env;
if (guardRules && isThere('cfn-guard')) {
  const rules = globSync('**/*.guard', { cwd: guardRules })
    .filter((file) => !accepted.cfnGuard.includes(basename(file, '.guard').toUpperCase()))
    .map((file) => join(guardRules, file));
  results.push(isClean('cfn-guard', 'validate', '--show-summary', 'fail', '--rules', ...rules, '--data', ...templates));
} else say('skipped: cfn-guard is not on PATH, or GUARD_RULES does not name a folder of rules');

process.exitCode = results.includes(false) ? 1 : 0;
