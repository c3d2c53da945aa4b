import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Holds processes to a share of one processor, as Lambda does by its memory size. */
export interface Hold extends AsyncDisposable {
  /** `computed`: this machine does not let us, so nothing is held, and what it would have taken is worked out. */
  readonly how: 'cgroup v1' | 'cgroup v2' | 'computed';
  hold(pid: number): void;
}

/**
 * Linux gives a group its share of each period at once, then nothing until the next one. Lambda's are 20 ms:
 * https://mustafaakin.dev/posts/2018-01-25-how-does-proportional-cpu-allocation-work-with-aws-lambda/
 */
const periodUs = 20_000;

type Kind = Exclude<Hold['how'], 'computed'>;

/** Makes a folder that is a group of processes, held to `quotaUs` of each period. */
const makers: Readonly<Record<Kind, (name: string, quotaUs: number) => string>> = {
  'cgroup v2': (name, quotaUs) => {
    readFileSync('/sys/fs/cgroup/cgroup.controllers'); // throws where version 1 is mounted below
    writeFileSync('/sys/fs/cgroup/cgroup.subtree_control', '+cpu');
    const folder = join('/sys/fs/cgroup', name);
    return made(folder, { 'cpu.max': `${quotaUs} ${periodUs}` });
  },
  'cgroup v1': (name, quotaUs) => {
    const folder = join('/sys/fs/cgroup/cpu', name);
    return made(folder, { 'cpu.cfs_period_us': `${periodUs}`, 'cpu.cfs_quota_us': `${quotaUs}` });
  },
};

function made(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder);
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
}

/** Groups of processes are made by root, and not in every container. */
export function holdTo(share: number): Hold {
  const name = `login-code-bench-${process.pid}-${Math.round(share * 1_000)}`;
  for (const how of Object.keys(makers) as Kind[]) {
    try {
      const folder = makers[how](name, Math.round(share * periodUs));
      return {
        how,
        hold: (pid) => writeFileSync(join(folder, 'cgroup.procs'), String(pid)),
        [Symbol.asyncDispose]: () => removeGroup(folder),
      };
    } catch {} // no such kind here, or not for us
  }
  return { how: 'computed', hold() {}, [Symbol.asyncDispose]: async () => {} };
}

/** It cannot be removed before its last process is gone, which is a moment after that exits. */
async function removeGroup(folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return rmdirSync(folder);
    } catch (error) {
      if (attempt === 50) throw error;
      await pause(20);
    }
  }
}
