import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, step } from './tools.ts';

/** openapi-typescript uses the compiler's API, which TypeScript has had up to version 5 and 6: so it gets one of its own. */
const tools = ['openapi-typescript@7.13.0', 'typescript@5.9.3', 'openapi-fetch@0.17.0'];

const root = join(import.meta.dirname, '../..');

const compiling = {
  compilerOptions: {
    ...{ strict: true, noEmit: true, skipLibCheck: true, target: 'es2024', module: 'nodenext' },
    ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
  },
  include: ['*.ts'],
};

/** The types of openapi-typescript. Wrong use must not compile: our own compiler looks at that. */
export const typeScriptClient: Client = (folder, description) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(compiling));
  cpSync(join(import.meta.dirname, 'typescript'), folder, { recursive: true });
  const install = step(
    folder,
    'npm',
    'install',
    '--save-exact',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    ...tools,
  );
  if (!install()) return { missing: `${tools[0]} could not be fetched` };
  return {
    steps: (url) => [
      step(folder, 'node_modules/.bin/openapi-typescript', description, '-o', 'api.d.ts'),
      step(folder, process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'),
      step(folder, process.execPath, 'flow.ts', url),
    ],
  };
};
