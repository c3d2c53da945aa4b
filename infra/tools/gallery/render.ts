/**
 * `npm run messages`: shows every message in every language on one page, and in pictures if Chromium is installed. With the
 * words of WORDS_FILE, where it is set.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readOwnWords } from '../../words/read.ts';
import { whyNoBrowser } from './browser.ts';
import { galleryPage } from './gallery-page.ts';
import { takePictures } from './pictures.ts';
import { samplesOf } from './samples.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const samples = await samplesOf(readOwnWords(process.env));

const folder = new URL('../../../.cache/messages/', import.meta.url);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const gallery = new URL('index.html', folder);
await writeFile(gallery, galleryPage(samples));
print(`All messages are in ${fileURLToPath(gallery)}`);

if (whyNoBrowser) {
  print(`Pictures ${whyNoBrowser}.`);
} else {
  const pictures = await takePictures(samples, folder);
  print(['And in pictures, beside it:', ...pictures].join('\n  '));
}
