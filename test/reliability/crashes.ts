import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/build/bundle.ts';
import { type Blow, type Struck, strike } from './crash.ts';
import { type Path, paths } from './paths.ts';
import type { Emulated } from './services.ts';

/** One call of a path, and what came of a blow after it. */
export interface Crash extends Pick<Struck, 'status' | 'sent' | 'broken'> {
  readonly path: string;
  readonly after: string;
  readonly blow: Blow;
}

/** The functions that are struck, as Lambda would get them. */
export interface Assets {
  readonly folder: string;
  remove(): void;
}

export async function bundleAssets(): Promise<Assets> {
  const folder = mkdtempSync(join(tmpdir(), 'login-code-reliability-'));
  await Promise.all(['send-login-code', 'verify-login-code'].map((name) => bundle(name, join(folder, name))));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Those of the matrix in which a code is sent or used, by each service once. */
export const struckPaths = paths.filter(({ title }) =>
  [
    'send an email, in a fresh container',
    'send a text by End User Messaging',
    'send an email, with an Idempotency-Key',
    'check a code, in a fresh container',
    'check a code that came by End User Messaging',
  ].includes(title),
);

/** A blow after each call of the path in turn. */
export async function strikeAll(emulated: Emulated, assets: Assets, path: Path, blow: Blow): Promise<readonly Crash[]> {
  const strikeAfter = (nth: number) => strike(emulated, assets.folder, path, blow, nth);
  const { calls } = await strikeAfter(Number.POSITIVE_INFINITY);
  const struck = await Promise.all(calls.map((_, nth) => strikeAfter(nth)));
  return struck.map(({ calls: made, ...rest }, nth) => ({
    ...rest,
    path: path.title,
    after: made[nth] ?? 'a call that was not made again',
    blow,
  }));
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const tell = ({ status, sent }: Pick<Struck, 'status' | 'sent'>): string =>
  `${status ?? 'no answer'}${sent ? ', sent' : ''}`;

/** A table for each path: the blow after each call. */
export function crashTables(crashes: readonly Crash[]): string {
  return [...Map.groupBy(crashes, ({ path }) => path)]
    .map(([path, ofPath]) => {
      const rows = [...Map.groupBy(ofPath, ({ after }) => after)].map(([after, blows]) => {
        const told = (blow: Blow): string =>
          [...new Set(blows.filter((crash) => crash.blow === blow).map(tell))].join('; ');
        return line([after, told('killed'), told('frozen')]);
      });
      return [`**To ${path}:**\n`, line(['after', 'killed', 'frozen']), line(['---', '---', '---']), ...rows].join(
        '\n',
      );
    })
    .join('\n\n');
}
