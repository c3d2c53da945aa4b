import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** The licences of the packages whose code the bundles hold: they ask that their text goes where the code goes. */
export async function noticesOf(root: string, outputs: readonly Metafile['outputs'][]): Promise<string> {
  const packagesByText = new Map<string, string[]>();
  for (const folder of packagesIn(outputs)) {
    const { name, text } = await licenceOf(join(root, folder));
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), name]);
  }
  const parts = [...packagesByText].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  return [intro, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

const intro = 'The bundles in this folder hold code of these packages, under these licences.\n';

/** The folders of the packages whose code the bundles hold, such as `node_modules/validator`. */
export function packagesIn(outputs: readonly Metafile['outputs'][]): readonly string[] {
  const inputs = outputs.flatMap((each) => Object.values(each).flatMap((output) => Object.entries(output.inputs)));
  const held = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => packageOf(path));
  return [...new Set(held)].filter((each) => each !== undefined).toSorted();
}

/** What `npm run generate` copies out of packages. */
const copiedFrom: Readonly<Record<string, string>> = {
  'lib/generated/api-reference-files.js': 'node_modules/swagger-ui-dist',
};

const packageOf = (path: string): string | undefined =>
  copiedFrom[path] ?? /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];

/** The licence, the notice that Apache 2.0 asks for (4d), and the licences of what Swagger UI holds itself. */
const asked = /^(licen[cs]e|notice)(\.\w+)?$|^swagger-ui-bundle\.js\.LICENSE\.txt$/i;

async function licenceOf(folder: string): Promise<{ readonly name: string; readonly text: string }> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((each) => asked.test(each));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const text = texts.length > 0 ? texts.map((each) => each.trim()).join('\n\n') : `License: ${license}`;
  return { name: `${name} ${version}`, text: `${text.replaceAll('\r\n', '\n')}\n` };
}
