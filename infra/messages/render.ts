/** `npm run messages`: every message in every language on one page and, where Chromium is, in pictures. */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { galleryPage } from './gallery-page.ts';
import { takePictures } from './pictures.ts';
import { samples } from './samples.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = new URL('../../.cache/messages/', import.meta.url);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const gallery = new URL('index.html', folder);
await writeFile(gallery, galleryPage(samples));
print(`All messages are in ${fileURLToPath(gallery)}`);

const browser = process.env.CHROMIUM || '/usr/bin/chromium';
if (existsSync(browser)) {
  const pictures = await takePictures(browser, samples, folder);
  print(['And in pictures, beside it:', ...pictures].join('\n  '));
} else {
  print(`Pictures skipped: there is no ${browser}. Set CHROMIUM to where Chromium is.`);
}
