import { globSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createSandbox } from '../../support/sandbox.ts';

const root = join(import.meta.dirname, '../../..');
const sandbox = createSandbox();
afterAll(() => sandbox.remove());

const generated = join(sandbox.folder, 'lib/generated');
const prepare = () => sandbox.node('infra/build/prepare.js');
const contents = () =>
  Object.fromEntries(readdirSync(generated).map((name) => [name, readFileSync(join(generated, name), 'utf8')]));
/** The stamp is written whenever the folder is made, and then only. */
const madeAt = () => statSync(join(generated, '.stamp')).mtimeMs;

test('a colour changed in the mail is in what cdk synthesizes, without any other command', async () => {
  const [was = ''] = /#[\da-f]{6}/.exec(sandbox.read('lib/messages/email.mjml')) ?? [];
  const becomes = '#a1b2c3';
  sandbox.change('lib/messages/email.mjml', (mjml) => mjml.replaceAll(was, becomes));
  await sandbox.node('node_modules/aws-cdk/bin/cdk', 'synth', '--quiet', '-c', 'emailFrom=login@example.com');
  const assets = globSync('cdk.out/asset.*/**/*.mjs', { cwd: sandbox.folder }).map(sandbox.read);
  const withMail = assets.filter((code) => code.includes(becomes));
  expect(withMail).toHaveLength(1);
  expect(withMail.join()).not.toContain(was);
});

test('a colour changed in the mail is in a function that is bundled by itself', async () => {
  sandbox.change('lib/messages/email.mjml', (mjml) => mjml.replaceAll('#a1b2c3', '#c3b2a1'));
  await sandbox.node('infra/build/bundle.ts', 'send-login-code', join(sandbox.folder, 'bundle'));
  const chunks = globSync('bundle/*.mjs', { cwd: sandbox.folder }).map(sandbox.read).join();
  expect([chunks.includes('#c3b2a1'), chunks.includes('#a1b2c3')]).toEqual([true, false]);
});

describe('lib/generated', () => {
  test('is left alone while nothing has changed', async () => {
    await prepare();
    const before = madeAt();
    await prepare();
    expect(madeAt()).toBe(before);
  });

  test.each(['package-lock.json', 'infra/build/generate/module.ts', 'lib/locales/catalog.ts'])(
    'is made again when %s has changed',
    async (path) => {
      const before = madeAt();
      sandbox.change(path, (content) => `${content}\n`);
      await prepare();
      expect(madeAt()).toBeGreaterThan(before);
    },
  );

  test('is mended when a file of it is missing, changed or one too many', async () => {
    await prepare();
    const whole = contents();
    rmSync(join(generated, 'styles.js'));
    await prepare();
    expect(contents()).toEqual(whole);
    writeFileSync(join(generated, 'tags.js'), 'export const tags = {};');
    writeFileSync(join(generated, 'old.js'), '');
    await prepare();
    expect(contents()).toEqual(whole);
  });

  test('is whole when several make it at once', async () => {
    await prepare();
    const whole = contents();
    rmSync(generated, { recursive: true });
    await Promise.all([prepare(), prepare(), prepare()]);
    expect(contents()).toEqual(whole);
  });
});

describe('before a program of ours is loaded, lib/generated is made new', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const commands: Readonly<Record<string, string>> = { ...read('package.json').scripts, app: read('cdk.json').app };
  const ofOurs = Object.entries(commands).filter(([, command]) => /\.ts\b/.test(command));

  test.each(ofOurs)('by %s', (name, command) => {
    // A preload would be part of the start that the bench measures.
    const form =
      name.startsWith('bench') && name !== 'bench:judgement'
        ? /^node infra\/build\/prepare\.js && /
        : /\bnode --import \.\/infra\/build\/prepare\.js /;
    expect(command).toMatch(form);
  });

  test('and by every run of jest', () => {
    expect(read('package.json').jest.globalSetup).toBe('<rootDir>/test/support/global-setup.js');
  });
});
