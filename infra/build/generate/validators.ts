import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { problemSchema } from '../../../lib/http/contract/problem.ts';
import { sendRequestSchema, sendResponseSchema } from '../../../lib/http/contract/send-login-code.ts';
import { verifyRequestSchema, verifyResponseSchema } from '../../../lib/http/contract/verify-login-code.ts';
import type { Module } from './module.ts';

const address = "import('../http/read-target.ts').Address";
const challengeId = "import('../core/challenge-id.ts').ChallengeId";

const validators = {
  validateSendRequest: {
    schema: sendRequestSchema,
    type: `${address} & { challenge_id?: ${challengeId}; device_token?: string }`,
  },
  validateSendResponse: {
    schema: sendResponseSchema,
    type: "import('../http/contract/send-login-code.ts').SendLoginCodeResponse",
  },
  validateVerifyRequest: {
    schema: verifyRequestSchema,
    type: `${address} & { challenge_id: ${challengeId}; code: string; nonce?: string }`,
  },
  validateVerifyResponse: {
    schema: verifyResponseSchema,
    type: "import('../http/contract/verify-login-code.ts').VerifyLoginCodeResponse",
  },
  validateProblem: { schema: problemSchema, type: "import('../http/contract/problem.ts').ProblemBody" },
};

export async function validatorsModule(): Promise<Module> {
  const ajv = new Ajv({
    allErrors: true,
    coerceTypes: false,
    formats: {
      // Not a `pattern` in the schema: clients generated from it would read the text as a time, and match that with it.
      'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
      uri: true, // beside it, a pattern says more
    },
    schemas: Object.values(validators).map(({ schema }) => schema),
    code: { source: true, esm: true },
  });
  const names = Object.fromEntries(Object.entries(validators).map(([name, { schema }]) => [name, schema.$id]));
  // The compiled code requires ajv's runtime helpers. Once bundled, it needs nothing.
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
