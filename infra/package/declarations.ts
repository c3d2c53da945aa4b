import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const here = import.meta.dirname;
const root = join(here, '../..');

/** What a CDK app has installed anyway. */
const peers = /^(aws-cdk-lib|constructs)(\/|$)/;

/** Writes the types of the package's entry and, into a folder of their own, those of the client: its file, and those that it leads to. */
export async function writeDeclarations(folder: string, clientFolder: string): Promise<void> {
  const all = await mkdtemp(join(tmpdir(), 'login-code-types-'));
  try {
    const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '-p', here, '--outDir', all];
    const { status } = spawnSync(process.execPath, tsc, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) throw new Error('no types were made');
    const entry = join(all, relative(root, here), 'index.d.ts');
    await copyFrom(entry, all, folder);
    const client = join(all, 'lib/client');
    await copyFrom(join(client, 'client.d.ts'), client, clientFolder);
  } finally {
    await rm(all, { recursive: true });
  }
}

/** Where a file is below `base`, its copy is below `folder`. */
async function copyFrom(entry: string, base: string, folder: string): Promise<void> {
  for (const file of await reachableFrom(entry)) await cp(file, join(folder, relative(base, file)));
}

/** The compiler writes one for each of our files. Most of them describe what no other app can import. */
async function reachableFrom(entry: string): Promise<ReadonlySet<string>> {
  const files = new Set([entry]);
  for (const file of files) {
    for (const imported of importsIn(await readFile(file, 'utf8'))) {
      if (imported.startsWith('.')) files.add(join(dirname(file), imported.replace(/\.[jt]s$/, '.d.ts')));
      else if (!peers.test(imported)) throw new Error(`the types of the package need ${imported}: ${file}`);
    }
  }
  return files;
}

const importsIn = (declarations: string): readonly string[] =>
  [...declarations.matchAll(/^(?:import|export) [^;]*? from '([^']+)';$|\bimport\('([^']+)'\)/gm)].map(
    ([, statement, expression]) => statement ?? expression ?? '',
  );
