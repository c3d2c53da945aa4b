import { spawnSync } from 'node:child_process';

/** Tools that are there, and what is left to do with them; or why the client is skipped. */
export type Prepared = { readonly missing: string } | { readonly steps: (url: string) => readonly Step[] };

/** Whether it went well. What it says is shown. */
export type Step = () => boolean;

/** `folder` is where the client may be made. It is kept, with the tools that were fetched. */
export type Client = (folder: string, description: string) => Prepared;

export const step =
  (cwd: string, command: string, ...args: readonly string[]): Step =>
  () => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
    if (status !== 0) process.stdout.write(`${command} ${args.join(' ')}\n${stdout}${stderr}\n`);
    return status === 0;
  };

export const isThere = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
