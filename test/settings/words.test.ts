import { expect, test } from '@jest/globals';
import { readSendConfig } from '../../lib/settings/config.ts';
import { secret } from '../support/recorded.ts';
import { wordsFile } from '../support/words-file.ts';

const needed = {
  TABLE_NAME: 'codes',
  LOGIN_CODE_SECRET: secret('never shown, of 32 characters ..'),
  PUBLIC_URL: 'https://login.example.com',
  EMAIL_FROM: 'login@example.com',
};

test('a function takes its own words from the file that WORDS_FILE names, and has none unless set', () => {
  const words = { en: { email: { subject: 'Welcome back to {brand}' } } };
  expect(readSendConfig({ ...needed, WORDS_FILE: wordsFile(words) }).words).toEqual(words);
  expect(readSendConfig({ ...needed, WORDS_FILE: '' }).words).toBeUndefined();
  expect(readSendConfig(needed).words).toBeUndefined();
});

test.each([
  ['is not valid JSON', '{ "en": }', 'it is not valid JSON'],
  ['is no object', '[]', 'it must be a JSON object'],
])('a file that %s is said, and the function does not start', (_, content, said) => {
  expect(() => readSendConfig({ ...needed, WORDS_FILE: wordsFile(content) })).toThrow(
    `WORDS_FILE must be the path of a file with your words: ${said}`,
  );
});

test('a file that is not there is said, with all other bad settings', () => {
  expect(() => readSendConfig({ ...needed, WORDS_FILE: 'nowhere.json', CODE_LENGTH: '5' })).toThrow(
    /CODE_LENGTH must .*\n {2}WORDS_FILE must .*: it cannot be read \(ENOENT\)/,
  );
});
