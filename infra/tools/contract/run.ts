/**
 * `npm run contract`: writes the document of the API to docs/reference/openapi.json, the copy that the next change is held
 * against. It refuses a change that breaks clients, unless told so: `npm run contract -- --break`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, stderr, stdout } from 'node:process';
import { breaking } from './breaking.ts';
import { documentNow, heldAt } from './held.ts';

const broken = breaking({ held: JSON.parse(readFileSync(heldAt, 'utf8')), now: documentNow() });
for (const line of broken) stderr.write(`${line}\n`);
if (broken.length > 0 && !argv.includes('--break')) {
  stderr.write(
    `These break clients, so nothing was written. If it must be: npm run contract -- --break, with a line in CHANGELOG.md.\n`,
  );
  process.exit(1);
}
writeFileSync(heldAt, `${JSON.stringify(documentNow(), null, 1)}\n`);
stdout.write(`${heldAt}\n`);
