/**
 * `node infra/build/generate.ts DIGEST`: fills lib/generated. `refreshGenerated` runs it, with the digest of its
 * inputs.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '../../lib/locales/locales.ts';
import { allPhrasesModule } from './generate/all-phrases.ts';
import { apiReferenceFilesModule } from './generate/api-reference-files.ts';
import { briefTextsModule } from './generate/brief-texts.ts';
import { countriesModule } from './generate/countries.ts';
import { elementFilesModule } from './generate/element-files.ts';
import { elementWordsModule } from './generate/element-words.ts';
import { emailTemplateModule } from './generate/email-template.ts';
import type { Module } from './generate/module.ts';
import { phrasesModule } from './generate/phrases.ts';
import { stylesModule } from './generate/styles.ts';
import { tagsModule } from './generate/tags.ts';
import { validatorsModule } from './generate/validators.ts';
import { generatedFolder, generatedNames, stampName, stampOf } from './generated.ts';

const modules: Readonly<Record<string, Module | Promise<Module>>> = {
  validators: validatorsModule(),
  styles: stylesModule(),
  'email-template': emailTemplateModule(),
  'element-words': elementWordsModule(),
  countries: countriesModule(),
  tags: tagsModule(),
  'brief-texts': briefTextsModule(),
  'all-phrases': allPhrasesModule(),
  'api-reference-files': apiReferenceFilesModule(),
  ...Object.fromEntries(locales.map((locale) => [`phrases-${locale}`, phrasesModule(locale)])),
};

/** By renaming, so that nobody reads half a file, even while several processes write it. */
async function replace(name: string, content: string): Promise<void> {
  const beside = join(generatedFolder, `.${process.pid}.${name}`);
  await writeFile(beside, content);
  await rename(beside, join(generatedFolder, name));
}

const files = new Map<string, string>();
async function write(name: string, { code, types }: Module): Promise<void> {
  for (const [file, content] of [
    [`${name}.js`, code],
    [`${name}.d.ts`, types],
  ] as const) {
    files.set(file, content);
    await replace(file, content);
  }
}

await mkdir(generatedFolder, { recursive: true });
for (const [name, making] of Object.entries(modules)) await write(name, await making);
await write('element-files', await elementFilesModule()); // made of some of the others
for (const name of generatedNames()) {
  if (!files.has(name)) await rm(join(generatedFolder, name), { force: true });
}
const [inputs = ''] = process.argv.slice(2);
await replace(stampName, stampOf(inputs, files));
