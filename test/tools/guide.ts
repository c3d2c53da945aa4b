/** `npm run guide`: the tag of docs/guide.md, with the hash of the element as it is now. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementFiles } from '../../lib/generated/element-files.js';
import { elementFilePath } from '../../lib/http/routes.ts';
import { withMarked } from '../support/marked.ts';

const path = join(import.meta.dirname, '../../docs/guide.md');

export function pinnedTag(): string {
  const { hash, integrity } = elementFiles.element;
  return `\`\`\`html
<script type="module" crossorigin
  src="https://login.example.com${elementFilePath('element', hash)}"
  integrity="${integrity}"></script>
\`\`\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path, withMarked(readFileSync(path, 'utf8'), 'guide', pinnedTag()));
}
