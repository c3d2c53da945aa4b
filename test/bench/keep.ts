import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Timing } from '../../infra/cost/billed.ts';

const file = join(import.meta.dirname, '../../infra/cost/measured.ts');

/** Puts what was measured, when and with what, into infra/cost/measured.ts. */
export async function keep(timing: Timing): Promise<void> {
  const what = {
    on: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? '',
    node: process.version,
    timing,
  };
  const text = JSON.stringify(what, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value), 2);
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace(/(export const measured = ).*?( as const satisfies)/s, `$1${text}$2`));
}
