import { expect, test } from '@jest/globals';
import { messagesIn } from '../../lib/locales/messages.ts';
import { messagesWith } from '../../lib/locales/own-words.ts';

const own = { de: { email: { subject: 'Willkommen zurück bei {brand}' }, sms: { brief: '{code} für {brand}.' } } };

test('own words take the place of ours, text by text, in their language alone', async () => {
  const messages = messagesWith(own);
  const ours = await messagesIn('de');
  expect(await messages('de')).toEqual({
    email: { ...ours.email, subject: 'Willkommen zurück bei {brand}' },
    sms: { ...ours.sms, brief: '{code} für {brand}.' },
  });
  expect(ours.email.subject).not.toBe(own.de.email.subject);
  expect(await messages('fr')).toEqual(await messagesIn('fr'));
});

test('they are merged once, and without any there is nothing to merge', async () => {
  const messages = messagesWith(own);
  expect(await messages('de')).toBe(await messages('de'));
  expect(messagesWith(undefined)).toBe(messagesIn);
});
