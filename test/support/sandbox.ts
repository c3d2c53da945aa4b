import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** A copy of what is built and of what builds it, for a test to change. */
export interface Sandbox {
  readonly folder: string;
  read(path: string): string;
  change(path: string, to: (content: string) => string): void;
  /** Runs Node with these arguments, and gives what it said. Throws unless it exits with 0. */
  node(...args: readonly string[]): Promise<string>;
  remove(): void;
}

const root = join(import.meta.dirname, '../..');
const copied = ['functions', 'infra', 'lib', 'package.json', 'package-lock.json', 'cdk.json'];

export function createSandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'login-code-sandbox-'));
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return {
    folder,
    read,
    change: (path, to) => writeFileSync(join(folder, path), to(read(path))),
    async node(...args) {
      const env = { PATH: process.env.PATH, HOME: folder, CDK_VALIDATION: 'false' };
      const child = spawn(process.execPath, args, { cwd: folder, env });
      const said = Promise.all([text(child.stdout), text(child.stderr)]);
      const exited = Promise.withResolvers<number | null>();
      child.once('close', exited.resolve);
      const status = await exited.promise;
      const output = (await said).join('');
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${output}`);
      return output;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
