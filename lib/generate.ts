/** What `prepare` makes, so that no function does it when it starts: validators, styles, the mail and a list of countries. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build, transform } from 'esbuild';
import { getCountries } from 'libphonenumber-js/max';
import mjml2html from 'mjml';
import { problemSchema, sendRequestSchema, sendResponseSchema } from './http/schemas.ts';

const generated = new URL('./generated/', import.meta.url);

const validators = {
  validateSendRequest: { schema: sendRequestSchema, type: "import('../http/read-target.ts').Address" },
  validateSendResponse: { schema: sendResponseSchema, type: "import('../http/schemas.ts').SendLoginCodeResponse" },
  validateProblem: { schema: problemSchema, type: "import('../http/schemas.ts').ProblemBody" },
};

const ajv = new Ajv({
  allErrors: true,
  coerceTypes: false,
  formats: { 'date-time': true, uri: true }, // for readers; the patterns beside them are checked
  schemas: Object.values(validators).map(({ schema }) => schema),
  code: { source: true, esm: true },
});
const names = Object.fromEntries(Object.entries(validators).map(([name, { schema }]) => [name, schema.$id]));

const pathOf = (name: string): string => fileURLToPath(new URL(name, generated));

await mkdir(generated, { recursive: true });
// The compiled code still requires ajv's runtime helpers: bundled, it needs nothing.
await build({
  stdin: { contents: standaloneCode.default(ajv, names), resolveDir: import.meta.dirname },
  bundle: true,
  format: 'esm',
  outfile: pathOf('validators.js'),
});
await writeFile(
  pathOf('validators.d.ts'),
  [
    "import type { ValidateFunction } from 'ajv';",
    ...Object.entries(validators).map(([name, { type }]) => `export declare const ${name}: ValidateFunction<${type}>;`),
    '',
  ].join('\n'),
);

const sheets = await Promise.all(
  ['page.css', 'problem-page.css'].map((name) => readFile(new URL(`./http/${name}`, import.meta.url), 'utf8')),
);
const { code: style } = await transform(sheets.join('\n'), { loader: 'css', minify: true });
await writeFile(pathOf('styles.js'), `export const problemPageStyle = ${JSON.stringify(style.trim())};\n`);
await writeFile(pathOf('styles.d.ts'), 'export declare const problemPageStyle: string;\n');

const mjml = await readFile(new URL('./messages/email.mjml', import.meta.url), 'utf8');
const { html } = await mjml2html(mjml, {
  validationLevel: 'strict', // throws
  fonts: {}, // mjml would link web fonts for names such as Roboto
  keepComments: false,
  minify: true,
  minifyOptions: { minifyCss: false }, // needs cssnano; saves little
});
await writeFile(pathOf('email-template.js'), `export const emailTemplate = ${JSON.stringify(html)};\n`);
await writeFile(pathOf('email-template.d.ts'), 'export declare const emailTemplate: string;\n');

await writeFile(pathOf('countries.js'), `export const countries = new Set(${JSON.stringify(getCountries())});\n`);
await writeFile(pathOf('countries.d.ts'), 'export declare const countries: ReadonlySet<string>;\n');
