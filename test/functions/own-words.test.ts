import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { someEmail, somePhone } from '../support/people.ts';
import { baseSettings, type Services, startService, startServices } from '../support/service.ts';
import { startFunction } from '../support/start-function.ts';
import { wordsFile } from '../support/words-file.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());

const words = {
  en: {
    email: { subject: 'Welcome back to {brand}', never: 'Keep it & tell nobody.' },
    sms: { full: '{code}: your key to {brand}, for {lifetime}.' },
  },
  de: { email: { subject: 'Willkommen zurück bei {brand}' } },
};

test('messages hold the words of the file that WORDS_FILE names, and ours where it has none', async () => {
  const { send } = await startService(services, { BRAND_NAME: 'Acme', WORDS_FILE: wordsFile(words) });
  const ask = (body: object, language: string) => send(body, { headers: { 'Accept-Language': language } });
  await ask({ email: someEmail() }, 'en');
  await ask({ phone: somePhone() }, 'en');
  await ask({ email: someEmail() }, 'de');
  await ask({ email: someEmail() }, 'fr');
  const [english, text, german, french] = await services.messages();
  expect(english?.subject).toBe('Welcome back to Acme');
  expect(english?.text).toContain('\n\nKeep it & tell nobody.\n\n');
  expect(english?.html).toContain('Keep it &amp; tell nobody.');
  expect(english?.text).toContain('Sign in to Acme');
  expect(text?.text).toMatch(/^\d{10}: your key to Acme, for 10 minutes\.$/);
  expect(german?.subject).toBe('Willkommen zurück bei Acme');
  expect(german?.text).toContain('Geben Sie ihn niemals weiter.');
  expect(french?.subject).toMatch(/Acme/);
  expect(french?.subject).not.toMatch(/Welcome|Willkommen/);
});

test('without its file, the function does not start: it would send words that nobody chose', async () => {
  const env = { ...baseSettings, ...services.env, TABLE_NAME: 'codes', WORDS_FILE: 'nowhere.json' };
  const starting = async () => startFunction('send-login-code', env);
  await expect(starting()).rejects.toThrow('WORDS_FILE must be the path of a file with your words');
});
