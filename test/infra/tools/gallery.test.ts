import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { galleryPage } from '../../../infra/tools/gallery/gallery-page.ts';
import { samplesOf } from '../../../infra/tools/gallery/samples.ts';
import { escapeHtml } from '../../../lib/html.ts';
import { locales } from '../../../lib/locales/locales.ts';
import { measure } from '../../../lib/messages/segment.ts';
import { wordsFile } from '../../support/words-file.ts';

const samples = await samplesOf();
const page = galleryPage(samples);

test('the gallery has every language, as usual and at its most, on both channels, in both widths, by day and by night', () => {
  expect(samples.map(({ name }) => name)).toEqual([...locales, ...locales.map((locale) => `${locale}-extreme`)]);
  for (const { email, sms } of samples) {
    for (const text of [email.subject, email.text, sms.text]) expect(page).toContain(escapeHtml(text));
  }
  for (const view of ['320 px, light', '320 px, dark', '600 px, light', '600 px, dark']) {
    expect(page.split(`<iframe sandbox title="${view}"`)).toHaveLength(2 * locales.length + 1);
  }
});

test('the gallery shows own words, where there are some', async () => {
  const own = await samplesOf({ de: { email: { subject: 'Willkommen zurück bei {brand}' } } });
  const changed = own.filter(({ email }, i) => email.subject !== samples[i]?.email.subject);
  expect(changed.map(({ name, email }) => [name, email.subject])).toEqual([
    ['de', 'Willkommen zurück bei Acme'],
    ['de-extreme', expect.stringContaining('Willkommen zurück bei Donau')],
  ]);
});

test('words that may not be sent are named in place of a gallery', () => {
  const file = wordsFile({ de: { email: { subject: 'Willkommen' } } });
  const { status, stderr } = spawnSync(process.execPath, ['infra/tools/gallery/render.ts'], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { PATH: process.env.PATH, WORDS_FILE: file },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toBe(
    'Words to mend:\n  WORDS_FILE: de.email.subject must have each of {brand} once: it lacks {brand}\n',
  );
});

test('the gallery decides what is dark, whatever the reader prefers', () => {
  expect(page).not.toContain('prefers-color-scheme');
  expect(page.split('@media all')).toHaveLength(4 * locales.length + 1);
  expect(page.split('@media not all')).toHaveLength(4 * locales.length + 1);
});

test('the most is what the settings allow: 40 characters, ten digits, and still a text of one segment', () => {
  for (const { email, sms } of samples.filter(({ name }) => name.endsWith('-extreme'))) {
    const [brand = ''] = /Donau\S+ \S{5}/.exec(email.text) ?? [];
    expect(brand).toHaveLength(40);
    expect(email.text).toMatch(/^\d{10}$/m);
    const { length, max } = measure(sms.text);
    expect(length).toBeLessThanOrEqual(max);
  }
});
