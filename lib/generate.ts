/** What `prepare` makes: the validators, compiled so that no function compiles a schema when it starts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { problemSchema, sendRequestSchema, sendResponseSchema } from './http/schemas.ts';

const generated = new URL('./generated/', import.meta.url);

const validators = {
  validateSendRequest: { schema: sendRequestSchema, type: "import('../core/parse-target.ts').Address" },
  validateSendResponse: { schema: sendResponseSchema, type: 'object' },
  validateProblem: { schema: problemSchema, type: 'object' },
};

const ajv = new Ajv({
  allErrors: true,
  coerceTypes: false,
  schemas: Object.values(validators).map(({ schema }) => schema),
  code: { source: true, esm: true },
});
const names = Object.fromEntries(Object.entries(validators).map(([name, { schema }]) => [name, schema.$id]));

await mkdir(generated, { recursive: true });
// The compiled code still requires ajv's runtime helpers: bundled, it needs nothing.
await build({
  stdin: { contents: standaloneCode.default(ajv, names), resolveDir: import.meta.dirname },
  bundle: true,
  format: 'esm',
  outfile: fileURLToPath(new URL('validators.js', generated)),
});
await writeFile(
  new URL('validators.d.ts', generated),
  [
    "import type { ValidateFunction } from 'ajv';",
    ...Object.entries(validators).map(([name, { type }]) => `export declare const ${name}: ValidateFunction<${type}>;`),
    '',
  ].join('\n'),
);
