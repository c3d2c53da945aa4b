import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { createSandbox } from '../../support/sandbox.ts';

const sandbox = createSandbox();
afterAll(() => sandbox.remove());

const root = join(import.meta.dirname, '../../..');
const sources = () =>
  globSync('{functions,infra,lib}/**/*.*', { cwd: sandbox.folder }).filter((file) => !/^lib\/generated\//.test(file));
const isAsHere = (file: string) => {
  try {
    return readFileSync(join(root, file), 'utf8') === sandbox.read(file);
  } catch {
    return false; // it is not here
  }
};

/** Finds the new language by everything that offers, chooses or writes languages. */
const lookAround = `
import { chooseLocale } from './lib/locales/choose-locale.ts';
import { languageOf } from './lib/locales/language.ts';
import { pagesIn } from './lib/locales/pages.ts';
import { createRenderEmail } from './lib/messages/email.ts';
import { createRenderSms } from './lib/messages/sms.ts';
import { openApi } from './lib/http/openapi/document.ts';
import { problemPage } from './lib/http/problems/page.ts';
import { readApiConfig } from './lib/settings/config.ts';
import { createInbox } from './infra/local/inbox.ts';

const message = { passcode: '012345', lifetime: 600_000, askedAt: 0 };
const settings = { publicUrl: 'https://login.example.com', serviceName: 'x' };
const { components } = openApi(settings);
const { body } = await createInbox({ messages: async () => [], clear: async () => {} })('GET', '/');
console.log(JSON.stringify({
  chosen: chooseLocale(['da-DK'], 'en'),
  email: await createRenderEmail({ brand: 'Acme' })(message, 'da'),
  sms: await createRenderSms({ brand: 'Acme' })(message, 'da'),
  described: components.headers.ContentLanguage.schema.enum,
  page: problemPage('not-found', await languageOf('da'), await pagesIn('da'), settings),
  byDefault: readApiConfig({ PUBLIC_URL: settings.publicUrl, DEFAULT_LOCALE: 'da' }).defaultLocale,
  offered: body.includes('<option value="da" lang="da">dansk</option>'),
}));
`;

const buildElement = `
import { build } from 'esbuild';
import { elementBuild } from './infra/build/element.ts';
await build({ ...elementBuild, outdir: 'element' });
`;

test('a new language is one folder and one line: everything offers it, and every function can load it', async () => {
  cpSync(join(sandbox.folder, 'lib/locales/sv'), join(sandbox.folder, 'lib/locales/da'), { recursive: true });
  sandbox.change('lib/locales/da/messages.ts', (words) =>
    words.replaceAll('Din kod till {brand}', 'Din kode til {brand}'),
  );
  sandbox.change('lib/locales/da/element.ts', (words) => words.replace("'Logga in'", "'Log ind'"));
  sandbox.change('lib/locales/locales.ts', (source) => source.replace("  'sv',\n", "  'sv',\n  'da',\n"));
  const folder = ['answers', 'element', 'messages', 'pages'].map((name) => `lib/locales/da/${name}.ts`);
  const touched = sources().filter((file) => !isAsHere(file));
  expect(touched.toSorted()).toEqual([...folder, 'lib/locales/locales.ts']);

  await sandbox.node('infra/build/prepare.js');
  writeFileSync(join(sandbox.folder, 'look-around.ts'), lookAround);
  const seen = JSON.parse(await sandbox.node('--disable-warning=ExperimentalWarning', 'look-around.ts'));
  expect(seen).toMatchObject({
    chosen: 'da',
    byDefault: 'da',
    offered: true,
    described: expect.arrayContaining(['da']),
  });
  expect(seen.email).toMatchObject({ locale: 'da', subject: 'Din kode til Acme' });
  expect(seen.email.text).toContain('10 minutter'); // by CLDR: the copied words are Swedish
  expect(seen.sms.text).toContain('012345');
  expect(seen.page).toContain('<html lang="da" dir="ltr">');

  await sandbox.node('infra/build/bundle.ts', 'send-login-code', join(sandbox.folder, 'bundle'));
  const withWords = globSync('bundle/*.mjs', { cwd: sandbox.folder }).filter((file) =>
    sandbox.read(file).includes('Din kode til'),
  );
  expect(withWords).toEqual([expect.stringMatching(/^bundle\/messages-\w+\.mjs$/)]);

  writeFileSync(join(sandbox.folder, 'build-element.ts'), buildElement);
  await sandbox.node('--disable-warning=ExperimentalWarning', 'build-element.ts');
  const shown = globSync('element/**/*.js', { cwd: sandbox.folder }).filter((file) =>
    sandbox.read(file).includes('Log ind'),
  );
  expect(shown).toEqual(['element/words/da.js']);
  expect(sandbox.read('element/element.js')).toContain('"./words/da.js"');
});
