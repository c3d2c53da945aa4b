/** `npm run prepack`, which `npm pack` runs first: makes `dist`, all of the package that another CDK app uses. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePackage } from './bundles.ts';
import { writeDeclarations } from './declarations.ts';
import { noticesOf } from './notices.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const outputs = await bundlePackage(dist);
await writeDeclarations(join(dist, 'types'), join(dist, 'client'));
await writeFile(join(dist, 'THIRD-PARTY-NOTICES.txt'), await noticesOf(root, outputs));
await writeFile(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
await writeFile(join(dist, 'client/package.json'), '{ "type": "module" }\n');
