/** Plays every so many paths of the matrix, in a process of its own, and sends the rows to its parent. */
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import type { Aim } from './cell.ts';
import { playMatrix } from './matrix.ts';
import { paths } from './paths.ts';
import { startEmulated } from './services.ts';

isolateFromAws();
const emulated = await startEmulated();
const [lasts, first, of] = process.argv.slice(2);
const rows = await playMatrix(emulated, lasts as Aim['lasts'], {
  paths: paths.filter((_, i) => i % Number(of) === Number(first)),
});
process.send?.(rows, () => process.exit());
