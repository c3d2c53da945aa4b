import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { bundle } from '../../infra/build/bundle.ts';
import { install, link, pack } from '../support/packed.ts';

const root = join(import.meta.dirname, '../..');
const endpoints = readdirSync(join(root, 'functions'));
const folder = mkdtempSync(join(tmpdir(), 'login-code-package-'));
const app = join(folder, 'app');
mkdirSync(app);
const packed = pack(folder);
install(app, packed);
const inPackage = join(app, 'node_modules/login-code');

afterAll(() => rmSync(folder, { recursive: true }));

const [fiveLines = ''] = /(?<=```js\n).*?(?=```)/s.exec(readFileSync(join(root, 'docs/construct.md'), 'utf8')) ?? [];
const asCommonJs = fiveLines.replace(/import (\{.*?\}) from ('.*?');/g, 'const $1 = require($2);');

/** As the CDK's command starts an app, save that it can start no other process: whoever bundles starts one. */
function synth(file: string, source: string, env: NodeJS.ProcessEnv = {}) {
  writeFileSync(join(app, file), source);
  const output = join(app, `${file}.out`);
  const { stderr } = spawnSync(process.execPath, ['--permission', '--allow-fs-read=*', '--allow-fs-write=*', file], {
    cwd: app,
    env: { PATH: '', CDK_OUTDIR: output, ...env },
    encoding: 'utf8',
  });
  const json = (name: string) => JSON.parse(readFileSync(join(output, name), 'utf8'));
  return { stderr, template: json('my-app.template.json'), metadata: json('my-app.metadata.json'), output };
}

const filesIn = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]));

describe('the package', () => {
  test('holds the construct, its types, the functions and the docs, and nothing else', () => {
    const kinds = [
      /^dist\/(index\.js|package\.json|THIRD-PARTY-NOTICES\.txt)$/,
      /^dist\/types\/(infra|lib)\/.*\.d\.ts$/,
      /^dist\/client\/(package\.json|(client|element)\.js|words\/[\w-]+\.js|\w+\.d\.ts)$/,
      /^dist\/functions\/[\w-]+\/[\w-]+\.mjs$/,
      /^docs\/(.*\.(md|png)|load\.svg|reference\/openapi\.json)$/,
      /^(package\.json|README\.md|LICENSE)$/,
    ];
    expect(packed.files.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([]);
    for (const kind of kinds) expect(packed.files.some((file) => kind.test(file))).toBe(true);
    expect(packed.bytes).toBeLessThan(1_700_000); // a third of it is Swagger UI
  });

  test('needs the CDK and nothing else', () => {
    const { packages } = JSON.parse(readFileSync(join(app, 'node_modules/.package-lock.json'), 'utf8'));
    const brought = Object.keys(packages).filter((path) => path.startsWith('node_modules/'));
    expect(brought).toEqual(['aws-cdk-lib', 'constructs', 'login-code'].map((name) => `node_modules/${name}`));
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(inPackage, 'package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
    expect(Object.keys(peerDependencies)).toEqual(['aws-cdk-lib', 'constructs']);
  });

  test('has npm run nothing when it is installed, so that npm does not ask whether it may', () => {
    const { scripts } = JSON.parse(readFileSync(join(inPackage, 'package.json'), 'utf8'));
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
  });

  test('holds the functions as we deploy them ourselves', async () => {
    for (const endpoint of endpoints) {
      const ours = join(folder, 'ours', endpoint);
      await bundle(endpoint, ours);
      expect(filesIn(join(inPackage, 'dist/functions', endpoint))).toEqual(filesIn(ours));
    }
  });

  test('names the licence of everything that its bundles hold', () => {
    const notices = readFileSync(join(inPackage, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['@aws-sdk/client-sesv2', '@middy/core', 'libphonenumber-js', 'swagger-ui-dist', 'validator']) {
      expect(notices).toMatch(new RegExp(`^${name} [\\d.]+$`, 'm'));
    }
    for (const held of ['SmartBear Software', 'DOMPurify', 'react.production']) expect(notices).toContain(held);
    expect(notices).not.toMatch(/undefined|esbuild|jest/);
  });
});

describe('an app of somebody else', () => {
  const { stderr, template, metadata, output } = synth('app.mjs', fiveLines);
  const deployedBy = ({ template, output }: Pick<ReturnType<typeof synth>, 'template' | 'output'>) => {
    const resources = Object.values<{ Type: string; Properties: { Code: { S3Key: string } } }>(template.Resources);
    const functions = resources.filter(({ Type }) => Type === 'AWS::Lambda::Function');
    return functions.map(({ Properties }) =>
      filesIn(join(output, `asset.${Properties.Code.S3Key.replace('.zip', '')}`)),
    );
  };

  test('has eight functions, whose code is what came with the package', () => {
    expect(stderr).toBe('');
    const deployed = deployedBy({ template, output });
    const unasked = ['before-traffic', 'api-reference']; // a canary deploys the one, a prop the other
    const shipped = endpoints
      .filter((endpoint) => !unasked.includes(endpoint))
      .map((endpoint) => filesIn(join(inPackage, 'dist/functions', endpoint)));
    expect(deployed).toHaveLength(8);
    expect(deployed).toEqual(expect.arrayContaining(shipped));
  });

  test("serves the API's reference if it asks for it, with nothing to bundle either", () => {
    const asking = fiveLines.replace('settings:', 'apiReference: true, settings:');
    const deployed = deployedBy(synth('reference.mjs', asking, { CDK_VALIDATION: 'false' }));
    expect(deployed).toHaveLength(9);
    expect(deployed).toContainEqual(filesIn(join(inPackage, 'dist/functions/api-reference')));
  });

  test('is warned that nobody hears about alarms, and of nothing else', () => {
    expect(JSON.stringify(metadata)).not.toMatch(/aws:cdk:error/);
    const warnings = JSON.stringify(metadata).match(/"aws:cdk:warning","data":"[^"]*"/g) ?? [];
    expect(warnings).toEqual([expect.stringContaining('alarms-reach-nobody')]);
  });

  test('can be CommonJS', () => {
    expect(asCommonJs).toContain("require('login-code')");
    // The CDK's validation takes seconds, and the same template passed it above.
    expect(synth('app.cjs', asCommonJs, { CDK_VALIDATION: 'false' }).template).toEqual(template);
  });

  test('can say messages in its own words: they go beside the code that came with the package, and nothing is bundled', () => {
    const words = { en: { email: { subject: 'Welcome back to {brand}' } } };
    const asking = fiveLines.replace('settings:', `words: ${JSON.stringify(words)}, settings:`);
    const deployed = deployedBy(synth('words.mjs', asking, { CDK_VALIDATION: 'false' }));
    const sends = filesIn(join(inPackage, 'dist/functions/send-login-code'));
    expect(deployed).toContainEqual({ ...sends, 'words.json': JSON.stringify(words) });
    expect(deployed).not.toContainEqual(sends);
  });

  test('is checked by strict types, those of the package too', () => {
    link(app, '@types/node');
    writeFileSync(
      join(app, 'app.mts'),
      `${fiveLines}
import { createLoginCode } from 'login-code/client';
import { LoginCodeService as Service, type LoginCodeServiceProps, LoginCodeStack, type OwnWords } from 'login-code';
const props: LoginCodeServiceProps = { settings: { emailFrom: 'a@example.com' }, firewallMode: 'block' };
const service = new Service(new LoginCodeStack(new App(), 'other', props), 'Second', props);
const topic: string | undefined = service.alarms['slow-answers']?.alarmArn ?? service.metricSent('email').label;
export const asked = createLoginCode({ url: 'https://login.example.com' }).send({ email: 'a@example.com' });
// @ts-expect-error: no such setting
export const wrong: LoginCodeServiceProps = { settings: { emialFrom: topic } };
export const words: OwnWords = { en: { email: { subject: 'Welcome back to {brand}' } } };
// @ts-expect-error: no such text
export const wrongWords: LoginCodeServiceProps = { ...props, words: { en: { email: { subjekt: '' } } } };
`,
    );
    const options = [
      '--strict',
      '--skipLibCheck',
      'false',
      '--module',
      'node16',
      '--target',
      'es2022',
      '--types',
      'node',
    ];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', ...options, 'app.mts'], {
      cwd: app,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });
});
