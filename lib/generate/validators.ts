import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { problemSchema, sendRequestSchema, sendResponseSchema } from '../http/schemas.ts';
import type { Module } from './module.ts';

const validators = {
  validateSendRequest: { schema: sendRequestSchema, type: "import('../http/read-target.ts').Address" },
  validateSendResponse: { schema: sendResponseSchema, type: "import('../http/schemas.ts').SendLoginCodeResponse" },
  validateProblem: { schema: problemSchema, type: "import('../http/schemas.ts').ProblemBody" },
};

export async function validatorsModule(): Promise<Module> {
  const ajv = new Ajv({
    allErrors: true,
    coerceTypes: false,
    formats: { 'date-time': true, uri: true }, // for readers; the patterns beside them are checked
    schemas: Object.values(validators).map(({ schema }) => schema),
    code: { source: true, esm: true },
  });
  const names = Object.fromEntries(Object.entries(validators).map(([name, { schema }]) => [name, schema.$id]));
  // The compiled code still requires ajv's runtime helpers: bundled, it needs nothing.
  const { outputFiles } = await build({
    stdin: { contents: standaloneCode.default(ajv, names), resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const declarations = Object.entries(validators).map(
    ([name, { type }]) => `export declare const ${name}: ValidateFunction<${type}>;\n`,
  );
  return {
    code: outputFiles.map(({ text }) => text).join(''),
    types: `import type { ValidateFunction } from 'ajv';\n${declarations.join('')}`,
  };
}
