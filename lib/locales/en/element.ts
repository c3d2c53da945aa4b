import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'Email or phone number',
  email: 'Email',
  phone: 'Phone number',
  send: 'Send me a code',
  code: 'Code sent to {target}',
  signIn: 'Sign in',
  resend: 'Send it again',
  resent: 'Sent again.',
  change: 'Use another address or number',
  wait: 'Possible again in {seconds} s',
  signedIn: 'You are signed in.',
  noAnswer: 'There was no answer. Check your connection, and try again.',
};
