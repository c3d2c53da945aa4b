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
  change: 'Use another email or phone number',
  wait: 'Available again in {seconds} s',
  signedIn: 'You are signed in.',
  noAnswer: 'The service did not respond. Check your connection and try again.',
};
