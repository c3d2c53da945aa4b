import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Packed {
  /** The packed file. */
  readonly path: string;
  /** What is in it. */
  readonly files: readonly string[];
  readonly bytes: number;
}

/** `npm pack`, as a developer of ours runs it. */
export function pack(folder: string): Packed {
  const output = npm(root, 'pack', '--json', '--foreground-scripts=false', '--pack-destination', folder);
  const [{ filename, files, size }] = JSON.parse(output);
  return { path: join(folder, filename), files: files.map(({ path }: { path: string }) => path), bytes: size };
}

/**
 * As somebody does who wants to use it, in an empty folder: `npm init -y && npm i aws-cdk-lib constructs PACKED`. The CDK is
 * the one that is installed here already, linked, since it is most of what npm would have to unpack. Without a network:
 * anything else that the package needed would not be found.
 */
export function install(folder: string, { path }: Packed): void {
  npm(folder, 'init', '-y');
  const peers = ['aws-cdk-lib', 'constructs'].map((name) => join(root, 'node_modules', name));
  npm(folder, 'install', '--offline', '--install-links=false', ...peers, path);
}

/** Makes a package of ours one of the app's. */
export function link(folder: string, name: string): void {
  const target = join(folder, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), target);
}

/** Errors are read here, even below an `npm --silent`. */
const options = ['--loglevel=error', '--no-audit', '--no-fund'];

function npm(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', [...args, ...options], {
    cwd,
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

/** The npm that runs these tests tells its children what project they are in. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(config_local_prefix|package_|lifecycle_|command)/.test(name)),
);
