/** `npm run crashes`: a blow after every call of sending and checking. Puts what came of it into docs/reliability.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { withMarked } from '../support/marked.ts';
import type { Blow } from './crash.ts';
import { bundleAssets, type Crash, crashTables, strikeAll, struckPaths } from './crashes.ts';
import { pageFile } from './page.ts';
import { startEmulated } from './services.ts';

isolateFromAws();
const say = (line: string): boolean => process.stderr.write(`${line}\n`); // the functions log to standard output
const assets = await bundleAssets();
const emulated = await startEmulated();
const crashes: Crash[] = [];
try {
  for (const path of struckPaths) {
    for (const blow of ['killed', 'frozen'] satisfies Blow[]) {
      const struck = await strikeAll(emulated, assets, path, blow);
      crashes.push(...struck);
      say(`${path.title}, ${blow} after each of ${struck.length} calls`);
    }
  }
} finally {
  assets.remove();
  await emulated.close();
}
const page = readFileSync(pageFile, 'utf8');
writeFileSync(pageFile, withMarked(page, 'crashes', crashTables(crashes)));
const broken = crashes.flatMap(({ path, after, blow, broken }) =>
  broken.map((what) => `${path}, ${blow} after: ${after}: ${what}`),
);
for (const what of broken) say(what);
say(`${crashes.length} blows, ${broken.length} broken guarantees`);
process.exit(broken.length > 0 ? 1 : 0);
