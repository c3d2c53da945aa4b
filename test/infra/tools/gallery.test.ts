import { expect, test } from '@jest/globals';
import { galleryPage } from '../../../infra/tools/gallery/gallery-page.ts';
import { samples } from '../../../infra/tools/gallery/samples.ts';
import { escapeHtml } from '../../../lib/html.ts';
import { locales } from '../../../lib/locales/locales.ts';

const page = galleryPage(samples);

test('the gallery has every language, on both channels, in both widths and by day and by night', () => {
  expect(samples.map(({ email }) => email.locale)).toEqual(locales);
  for (const { email, sms } of samples) {
    for (const text of [email.subject, email.text, sms.text]) expect(page).toContain(escapeHtml(text));
  }
  for (const view of ['320 px, light', '320 px, dark', '600 px, light', '600 px, dark']) {
    expect(page.split(`<iframe sandbox title="${view}"`)).toHaveLength(locales.length + 1);
  }
});

test('the gallery decides what is dark, whatever the reader prefers', () => {
  expect(page).not.toContain('prefers-color-scheme');
  expect(page.split('@media all')).toHaveLength(2 * locales.length + 1);
  expect(page.split('@media not all')).toHaveLength(2 * locales.length + 1);
});
