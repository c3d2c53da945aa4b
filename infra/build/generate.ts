/** `npm run prepare`: what no function should have to make when it starts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { countriesModule } from './generate/countries.ts';
import { emailTemplateModule } from './generate/email-template.ts';
import { phrasesModule } from './generate/phrases.ts';
import { stylesModule } from './generate/styles.ts';
import { validatorsModule } from './generate/validators.ts';

const generated = new URL('../../lib/generated/', import.meta.url);

const modules = {
  validators: validatorsModule(),
  styles: stylesModule(),
  'email-template': emailTemplateModule(),
  countries: countriesModule(),
  phrases: phrasesModule(),
};

await mkdir(generated, { recursive: true });
for (const [name, making] of Object.entries(modules)) {
  const { code, types } = await making;
  await writeFile(new URL(`${name}.js`, generated), code);
  await writeFile(new URL(`${name}.d.ts`, generated), types);
}
