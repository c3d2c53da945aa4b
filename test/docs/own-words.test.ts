import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readContext } from '../../infra/context.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import { minute } from '../../lib/core/time.ts';
import { messagesWith } from '../../lib/locales/own-words.ts';
import { createRenderEmail } from '../../lib/messages/email.ts';
import { createRenderSms } from '../../lib/messages/sms.ts';
import { resultsFolder } from '../support/recorded.ts';
import { section } from './pages.ts';

const page = section('docs/languages.md', 'Your own words');
const [, example = ''] = /^```json\n(.+?)^```$/ms.exec(page) ?? [];

/** What `-c env=prod` makes of these words. */
function read(words: string) {
  mkdirSync(resultsFolder, { recursive: true });
  const folder = mkdtempSync(join(resultsFolder, 'docs-words-'));
  writeFileSync(join(folder, 'prod.json'), JSON.stringify({ emailFrom: 'login@example.com', brandName: 'Acme' }));
  writeFileSync(join(folder, 'prod.words.json'), words);
  return readContext({ env: 'prod' }, folder);
}

test('the example of own words is taken, and sent', async () => {
  const reading = read(example);
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'));
  const messages = messagesWith(reading.props.words);
  const message = { passcode: '012345' as Passcode, lifetime: 10 * minute, askedAt: 0 };
  const style = { brand: 'Acme', codeOrigin: undefined, androidAppHash: undefined };
  const email = createRenderEmail({ brand: 'Acme' }, messages);
  expect((await email(message, 'en')).subject).toBe('Welcome back to Acme');
  expect((await email(message, 'en')).text).toContain('there is nothing to do: nobody gets in without the code.');
  expect((await email(message, 'de')).subject).toBe('Willkommen zurück bei Acme');
  expect((await createRenderSms(style, messages)(message, 'en')).text).toBe(
    '012345 opens Acme for you, within 10 minutes. Keep it to yourself.',
  );
});

test('what is said to be complained about is said so', () => {
  const words = {
    'de-AT': {},
    en: {
      email: { subjekt: 'Welcome', ignore: 'If this was not you, write to help@acme.com.' },
      sms: {
        full: 'Your {brand} code is valid for {lifetime}.',
        brief: '{code} is your {brand} code. Don’t share it, not even with us: we will never ask you.',
      },
    },
  };
  const [, shown = ''] = /^ {4}Settings to mend:\n((?: {6}.+\n)+)/m.exec(page) ?? [];
  const lines = shown.split('\n').map((line) => line.trim());
  expect(read(JSON.stringify(words))).toEqual({ complaints: lines.filter(Boolean) });
});
