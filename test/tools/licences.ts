/** `npm run licences`: the tables of docs/supply-chain.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePackage } from '../../infra/package/bundles.ts';
import { packagesIn } from '../../infra/package/notices.ts';
import { withMarked } from '../support/marked.ts';
import { type Locked, locked, nameIn } from './lock-file.ts';

const path = join(import.meta.dirname, '../../docs/supply-chain.md');

/** What our bundles may hold: they ask for no more than their text beside the code. */
export const shippable: readonly string[] = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** What may build and test the service besides. None of it leaves the machine that builds. */
export const usable: readonly string[] = [
  ...shippable,
  ...['BlueOak-1.0.0', 'CC-BY-4.0', 'CC0-1.0', 'MIT-0', 'MPL-2.0', 'Python-2.0'],
  'MIT (http://mootools.net/license.txt)', // slick, of juice, of mjml, which writes MIT so
];

/** Of several to choose from, one is enough: `(MIT OR GPL-3.0-or-later)`. */
export const isIn = (list: readonly string[], licence = ''): boolean =>
  list.includes(licence) ||
  /^\(?(.+? OR [^)]+)\)?$/
    .exec(licence)?.[1]
    ?.split(' OR ')
    .some((one) => list.includes(one)) === true;

/** The packages whose code goes out with ours, by folder. */
export async function shippedPackages(): Promise<readonly (readonly [string, Locked])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'login-code-licences-'));
  try {
    const outputs = await bundlePackage(folder);
    return packagesIn(outputs).map((each) => {
      const found = locked.get(each);
      if (!found) throw new Error(`${each} is bundled, but not in package-lock.json`);
      return [each, found] as const;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function shippedTable(shipped: readonly (readonly [string, Locked])[]): string {
  const rows = shipped.map(([folder, { version, license }]) => `| \`${nameIn(folder)}\` | ${version} | ${license} |`);
  return ['| package | version | licence |', '|---|---|---|', ...rows].join('\n');
}

export function allTable(): string {
  const licences = [...locked.values()].map(({ license }) => license ?? 'none');
  const rows = [...new Set(licences)]
    .toSorted()
    .map((licence) => `| ${licence} | ${licences.filter((one) => one === licence).length} |`);
  return ['| licence | packages |', '|---|---|', ...rows].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = withMarked(readFileSync(path, 'utf8'), 'licences (shipped)', shippedTable(await shippedPackages()));
  writeFileSync(path, withMarked(page, 'licences (all)', allTable()));
}
