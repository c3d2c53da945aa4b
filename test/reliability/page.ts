import { join } from 'node:path';
import type { Aim } from './cell.ts';
import { columns, type Row } from './matrix.ts';

export const pageFile = join(import.meta.dirname, '../../docs/reliability.md');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table for each path. */
export function matrixTables(rows: readonly Row[], lasts: Aim['lasts']): string {
  const faults = columns[lasts];
  const byPath = Map.groupBy(rows, ({ path }) => path);
  return [...byPath]
    .map(([path, its]) =>
      [
        `**To ${path}:**\n`,
        line(['call', ...faults]),
        line(['call', ...faults].map(() => '---')),
        ...its.map((row) => line([nameOf(row), ...faults.map((fault) => row.cells[fault]?.seen ?? '')])),
      ].join('\n'),
    )
    .join('\n\n');
}

const nameOf = ({ operation, purpose }: Row): string => `\`${operation}\`: ${purpose}`;

/** The cells of these rows that the page tells otherwise. */
export function unlikePage(page: string, rows: readonly Row[], lasts: Aim['lasts']): readonly string[] {
  const [, tables = ''] = page.split(`<!-- npm run faults (${lasts}) -->`);
  return rows.flatMap((row) => {
    const [, table = ''] = tables.split(`**To ${row.path}:**`);
    const written = table.split('\n').find((text) => text.startsWith(`| ${nameOf(row)} |`));
    const cells = written?.split('|').slice(2) ?? [];
    return columns[lasts].flatMap((fault, i) => {
      const seen = row.cells[fault]?.seen;
      const said = cells[i]?.trim();
      return seen === undefined || seen === said
        ? []
        : [`${row.path} · ${row.purpose} · ${fault}: ${seen}, not ${said}`];
    });
  });
}
