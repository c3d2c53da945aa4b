import { readFileSync } from 'node:fs';

/** A package, as package-lock.json has it. */
export interface Locked {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  /** Left out by npm where the package comes from the registry. */
  readonly resolved?: string;
  readonly link?: boolean;
  /** It comes inside the package whose folder it is in. */
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
);

/** By its folder, such as `node_modules/jest`. All but our own. */
export const locked: ReadonlyMap<string, Locked> = new Map(Object.entries(lock.packages).filter(([folder]) => folder));

/** As it is imported: `jest` for `node_modules/a/node_modules/jest`. */
export const nameIn = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 13);

const registry = 'https://registry.npmjs.org/';

/**
 * What lets a package be another one than was tested. npm writes no address for one that comes from the registry, but always
 * for one from elsewhere: a git repository, a folder, an archive.
 */
export function faultIn(packages: ReadonlyMap<string, Locked>, folder: string): string | undefined {
  const { resolved, link, integrity, inBundle } = packages.get(folder) ?? {};
  if (link || (resolved !== undefined && !resolved.startsWith(registry))) return 'is not from the registry';
  if (inBundle) return hasBundle(packages, folder) ? undefined : 'comes inside a package that is not held';
  return integrity?.startsWith('sha512-') ? undefined : 'is held to no SHA-512';
}

/** One of the packages whose folders it is in is held, with all that comes in it. */
function hasBundle(packages: ReadonlyMap<string, Locked>, folder: string): boolean {
  const outer = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
  if (!outer) return false;
  return packages.get(outer)?.inBundle ? hasBundle(packages, outer) : faultIn(packages, outer) === undefined;
}
