import { type Aim, type Cell, callsOf, playCell } from './cell.ts';
import { type FaultName, faultNames, faultsOnce } from './faults.ts';
import { type Path, paths } from './paths.ts';
import type { Emulated } from './services.ts';

/** One call of a path, and what came of each fault that it met. */
export interface Row {
  readonly path: string;
  readonly operation: string;
  readonly purpose: string;
  readonly cells: Partial<Record<FaultName, Cell>>;
}

/**
 * Cells that are played at once: most of their time they wait. One that the machine disturbed is played again, with fewer at
 * once, until one play is undisturbed, or two agree and break nothing.
 */
const rounds = [12, 6, 3, 2, 1, 1];

/** By how long the fault lasts. */
export const columns: Readonly<Record<Aim['lasts'], readonly FaultName[]>> = { always: faultNames, once: faultsOnce };

/** What is played of the matrix. By default all. */
export interface Part {
  readonly paths?: readonly Path[];
  /** `nth` counts the cells. */
  readonly choose?: (nth: number) => boolean;
}

/** Every call of every path, with every fault. The rows are the calls that the paths really make. */
export async function playMatrix(
  emulated: Emulated,
  lasts: Aim['lasts'],
  { paths: played = paths, choose = () => true }: Part = {},
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let waiting: Played[] = [];
  let nth = 0;
  for (const path of played) {
    const calls = new Map((await callsOf(emulated, path)).map(({ purpose, operation }) => [purpose, operation]));
    for (const [purpose, operation] of calls) {
      if (path.always?.[purpose]) continue;
      const row: Row = { path: path.title, operation, purpose, cells: {} };
      rows.push(row);
      for (const fault of columns[lasts].filter(() => choose(nth++))) waiting.push({ row, path, fault });
    }
  }
  for (const atOnce of rounds) {
    const queue = waiting;
    waiting = [];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { row, path, fault } = next;
        const cell = await playCell(emulated, path, { purpose: row.purpose, fault, lasts });
        const agrees = cell.seen === row.cells[fault]?.seen && cell.broken.length === 0;
        if (cell.disturbed && !agrees) waiting.push(next);
        row.cells[fault] = cell;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }
  return rows;
}

interface Played {
  readonly row: Row;
  readonly path: Path;
  readonly fault: FaultName;
}

export const brokenIn = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ path, purpose, cells }) =>
    Object.entries(cells).flatMap(([fault, { broken }]) =>
      broken.map((what) => `${path} · ${purpose} · ${fault}: ${what}`),
    ),
  );
