import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Your {brand} code',
    preheader: '{code} is your {brand} code, valid for {lifetime}.',
    expiry: 'It is valid for {lifetime}.',
    never: 'Never share it. Nobody will ever ask you for it, not even us.',
    asked: 'It was asked for on {moment} UTC.',
    ignore: 'If that was not you, just ignore this message: without the code, nothing happens.',
  },
  sms: {
    full: '{code} is your {brand} code, valid for {lifetime}. Do not share it.',
    short: '{code} is your {brand} code. Do not share it.',
    brief: '{code} is your {brand} code.',
  },
};
