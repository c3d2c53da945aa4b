/** `npm run construct:docs`: writes `docs/reference/construct.md`. */
import { writeFile } from 'node:fs/promises';
import { constructPage } from './page.ts';
import { readApi } from './read-api.ts';

await writeFile(new URL('../../../docs/reference/construct.md', import.meta.url), constructPage(readApi()));
