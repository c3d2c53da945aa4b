import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Your {brand} code',
    heading: 'Sign in to {brand}',
    preheader: '{code} is your {brand} code, valid for {lifetime}.',
    expiry: 'The code is valid for {lifetime}.',
    never: 'Never share it with anyone. We will never call or message you to ask for it.',
    asked: 'It was requested on {moment} UTC.',
    ignore: 'If you did not request it, you can ignore this message. Without the code, nothing will happen.',
    help: 'Help: {support}',
  },
  sms: {
    full: '{code} is your {brand} code, valid for {lifetime}. Do not share it.',
    short: '{code} is your {brand} code. Do not share it.',
    brief: '{code} is your {brand} code.',
  },
};
