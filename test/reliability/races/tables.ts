import type { Hunted } from './hunt.ts';
import type { Totals } from './totals.ts';

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** How it was raced. */
interface Raced {
  readonly processes: number;
  readonly seconds: number;
  readonly table: string;
}

export const totalsTable = (totals: Totals, { processes, seconds, table }: Raced): string =>
  [
    `${processes} processes, ${seconds} seconds, on ${table}:\n`,
    line(['what', 'how many']),
    line(['---', '---:']),
    ...(
      [
        ['requests', totals.operations],
        ['messages sent', totals.messages],
        ['of them for known devices', totals.known],
        ['messages that SES or SNS refused', totals.refused],
        ['requests denied by a limit or a budget', totals.denied],
        ['repeats answered without a message', totals.replayed],
        ['tokens', totals.tokens],
        ['wrong codes', totals.wrong],
        ['codes that were over', totals.over],
        ['countries whose texts were used up, save those kept for known devices', totals.spent],
        ['requests of unknown outcome', totals.unknown],
        ['limits that wrong clocks have stretched, within what they may', totals.bent],
      ] as const
    ).map(([what, count]) => line([what, count.toLocaleString('en')])),
  ].join('\n');

export const huntedTable = (hunted: readonly Hunted[]): string =>
  [
    line(['broken build', 'caught by', 'after requests']),
    line(['---', '---', '---:']),
    ...hunted.map(({ build, caught, operations }) =>
      line([build.what, caught ? build.rule : 'nothing', operations.toLocaleString('en')]),
    ),
  ].join('\n');
