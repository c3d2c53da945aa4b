import { describe, expect, test } from '@jest/globals';
import { faultsOf, type TextName } from '../../lib/messages/rules.ts';

describe('a text of a message', () => {
  test.each<[string, TextName, string]>([
    ['in other words', 'email.subject', 'Welcome back to {brand}'],
    [
      'with an abbreviation, three digits and a number of steps',
      'email.ignore',
      'Ask us, e.g. at the desk: room 203. 24/7.',
    ],
    ['with spaces that do not break', 'email.help', 'Aide\u202f: {support}'],
    ['with letters that are joined', 'email.never', 'इसे किसी को न बताएँ क्‍ष.'],
    ['with the code after a word or two', 'sms.brief', '【{brand}】验证码 {code}'],
  ])('%s may be sent', (_, name, text) => expect(faultsOf(name, text)).toEqual([]));

  test.each<[string, TextName, string, string]>([
    ['that is empty', 'email.never', ' ', 'must not be empty: leave it out, and ours is sent'],
    ['of two lines', 'email.ignore', 'Ignore it.\nBye.', 'must be one line, with one space between words'],
    ['with a space at its end', 'email.ignore', 'Ignore it. ', 'must be one line, with one space between words'],
    ['with characters nobody sees', 'email.ignore', 'Ignore\u200b it.', 'must not have characters that nobody sees'],
    ['that turns the direction', 'email.ignore', 'Ignore \u202eit.', 'must not have characters that nobody sees'],
    [
      'without its code',
      'sms.full',
      'Your {brand} code is valid for {lifetime}.',
      'must have each of {brand} {code} {lifetime} once: it lacks {code}',
    ],
    [
      'with the code in a subject, which delivery events carry',
      'email.subject',
      '{code} is your {brand} code',
      'must have each of {brand} once: it has {code}, which does not belong there',
    ],
    ['with a value twice', 'email.heading', '{brand}: sign in to {brand}', 'once: it has {brand} twice'],
    [
      'with a value nobody has',
      'email.never',
      'Tell nobody, {name}.',
      'must have no {…}: it has {name}, which does not belong there',
    ],
    ['with a brace too many', 'email.subject', 'For {brand}}', 'it has a }, which does not belong there'],
    [
      'that shows words before the code',
      'email.preheader',
      'Hi, {code} for {brand}: {lifetime}',
      'must begin with {code}',
    ],
    [
      'whose code comes late',
      'sms.brief',
      'You asked {brand} for a code. It is {code}.',
      'must have {code} after at most 25 characters',
    ],
    ['with an address', 'email.ignore', 'Write to help@acme.com.', '“acme.com” would become a link'],
    [
      'with a link',
      'email.ignore',
      'See https://acme.com/help.',
      'must not have a domain: “acme.com” would become a link',
    ],
    ['with a sentence run into the next', 'email.ignore', 'Ignore it.Thanks', '“it.Thanks” would become a link'],
    ['with a number to call', 'email.ignore', 'Call 0800 12.', 'must not have four digits in a row'],
    ['with digits of another script', 'email.ignore', 'رقم ٤٧١١.', 'must not have four digits in a row'],
    ['that is cut', 'email.subject', `${'x'.repeat(80)} {brand}`, 'must have at most 80 characters: it has 88'],
    ['that nobody reads', 'email.ignore', 'x'.repeat(301), 'must have at most 300 characters: it has 301'],
  ])('%s is refused, with the reason', (_, name, text, reason) => {
    expect(faultsOf(name, text)).toEqual([expect.stringContaining(reason)]);
  });

  test('is told all that is wrong with it', () => {
    expect(faultsOf('sms.brief', 'Call 1234  at acme.com')).toHaveLength(4);
  });
});
