import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { constant, type Module } from './module.ts';

const swaggerUi = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const vendored = (name: string): Promise<string> => readFile(join(swaggerUi, name), 'utf8');

/** By its address, the document stands beside the page, whatever the stage is called. `validatorUrl` would ask somebody else. */
const start = `SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
`;

/** Swagger UI as its package has it, and the script that starts it. The hash changes whenever the file does. */
export async function apiReferenceFilesModule(): Promise<Module> {
  const files = {
    'start.js': start,
    'swagger-ui.css': await vendored('swagger-ui.css'),
    'swagger-ui-bundle.js': await vendored('swagger-ui-bundle.js'),
  };
  const named = Object.entries(files).map(([file, text]) => {
    const { name, ext } = parse(file);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    return [file, { name: `${name}-${hash}${ext}`, text }] as const;
  });
  const names = Object.keys(files).map((file) => `'${file}'`);
  return constant(
    'apiReferenceFiles',
    `Readonly<Record<${names.join(' | ')}, { readonly name: string; readonly text: string }>>`,
    Object.fromEntries(named),
  );
}
