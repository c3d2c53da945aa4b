import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');

export const generatedFolder = join(root, 'lib/generated');

/**
 * Makes `lib/generated` again, unless it is exactly what its inputs make. Everything that reads that folder calls this
 * first, so it has to be cheap: it reads all sources that could matter, and starts the generator only if one has changed.
 */
export function refreshGenerated(): void {
  const inputs = digestOfInputs();
  if (isMadeFrom(inputs)) return;
  // The digest is from before the generator starts: if a source changes meanwhile, the next refresh makes all again.
  const { status } = spawnSync(process.execPath, [join(root, 'infra/build/generate.ts'), inputs], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('lib/generated was not made');
}

/** The file that says of which inputs the folder was made, and what it held then. */
export const stampName = '.stamp';

export const stampOf = (inputs: string, outputs: ReadonlyMap<string, string>): string =>
  `${inputs} ${digest([...outputs].toSorted().flat())}\n`;

function isMadeFrom(inputs: string): boolean {
  try {
    const outputs = generatedNames().map((name) => [name, readFileSync(join(generatedFolder, name), 'utf8')] as const);
    return readFileSync(join(generatedFolder, stampName), 'utf8') === stampOf(inputs, new Map(outputs));
  } catch {
    return false; // a file is missing
  }
}

/** A dot begins the names of the stamp and of files that are being written. */
export const generatedNames = (): readonly string[] =>
  readdirSync(generatedFolder).filter((name) => !name.startsWith('.'));

/** The generator imports from lib, so all of lib counts: to find out which parts matter would take longer. */
function digestOfInputs(): string {
  const sources = ['lib', 'infra/build'].flatMap((folder) => filesIn(join(root, folder)));
  const installed = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) => join(root, file));
  const files = [...sources, ...installed].filter(
    (file) => !file.startsWith(generatedFolder + sep) && existsSync(file),
  );
  const contents = files.toSorted().flatMap((file) => [relative(root, file), readFileSync(file, 'utf8')]);
  return digest([process.version, ...contents]);
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

function digest(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('hex');
}
