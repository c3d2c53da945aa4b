import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
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

/** Without a network, and with nothing in npm's cache, there is no CDK to install. */
const unreachable = /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/;

/**
 * As somebody does who wants to use it, in an empty folder: `npm init -y && npm i aws-cdk-lib constructs PACKED`, with our
 * versions of the CDK. Where the registry cannot be reached, our own CDK is linked in its place: the package installs
 * without a network, since it needs nothing else.
 */
export function install(folder: string, { path }: Packed): 'from the registry' | 'without a network, with our CDK' {
  npm(folder, 'init', '-y');
  const { devDependencies: ours } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const peers = ['aws-cdk-lib', 'constructs'];
  try {
    // By themselves: together with the package, npm calls a lost network a conflict of versions.
    npm(folder, 'install', '--prefer-offline', ...peers.map((name) => `${name}@${ours[name]}`));
  } catch (error) {
    if (!unreachable.test(String(error))) throw error;
    npm(folder, 'install', '--offline', '--legacy-peer-deps', path);
    for (const name of peers) link(folder, name);
    return 'without a network, with our CDK';
  }
  npm(folder, 'install', '--prefer-offline', path);
  return 'from the registry';
}

/** Makes a package of ours one of the app's. */
export function link(folder: string, name: string): void {
  const target = join(folder, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), target);
}

/** Errors are read here, even below an `npm --silent`. */
const options = ['--loglevel=error', '--no-audit', '--no-fund', '--fetch-retries=1', '--fetch-timeout=20000'];

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
