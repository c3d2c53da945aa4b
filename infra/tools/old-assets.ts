import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

interface AssetManifest {
  readonly files?: Readonly<Record<string, { readonly source: { readonly path?: string } }>>;
}

/** The CDK names each asset by its content, and leaves those of earlier runs in the folder. */
export async function removeOldAssets(folder: string, stackName: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, `${stackName}.assets.json`), 'utf8')) as AssetManifest;
  const used = new Set(Object.values(manifest.files ?? {}).map(({ source }) => source.path));
  const old = (await readdir(folder)).filter((name) => name.startsWith('asset.') && !used.has(name));
  await Promise.all(old.map((name) => rm(join(folder, name), { recursive: true })));
}
