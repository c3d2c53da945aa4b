import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Problems',
    intro: 'Every answer that is not a success is one of these.',
    why: 'Why',
    advice: 'What to do',
    example: 'For example',
    fields: 'Fields',
  },
  problems: {
    'invalid-request': {
      why: 'A field is missing or has the wrong type or form, both of two that exclude each other were given, or the Idempotency-Key is malformed.',
      advice: 'Show each description beside its field, and let the person correct it. Do not send the same again.',
    },
    'malformed-body': {
      why: 'The body broke off, is not JSON, or has a key such as __proto__ that no client needs.',
      advice: 'Mend the client: encode the body with a JSON library.',
    },
    'unsupported-media': {
      why: 'The Content-Type is missing or names something other than JSON.',
      advice: 'Mend the client: send Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'A request for a code is small. This one is not.',
      advice: 'Mend the client: send only the fields that the API description names.',
    },
    'not-found': {
      why: 'The path is wrong, or was never there.',
      advice: 'Compare the path with the API description at /openapi.json.',
    },
    'method-not-allowed': {
      why: 'The path is right, the HTTP method is not.',
      advice: 'Use a method that the Allow header names.',
    },
    forbidden: {
      why: 'The firewall takes this for an attack: by where it comes from, or by what is in it.',
      advice: 'Do not retry. A person who sees this by mistake should get in touch, and quote request_id.',
    },
    'target-throttled': {
      why: 'Each address and number gets only so many codes in a while, and each network address or known device may ask for only a part of them. After many wrong codes no more are sent for a day or longer, first to the network address that asked for them, then to all but known devices, so that nobody can guess one.',
      advice:
        'Count down retry_after seconds before offering to send again. The last code still works until it expires. Send the device_token of a device that has signed in before: strangers cannot keep it waiting.',
    },
    'caller-throttled': {
      why: 'Each network address may ask only so often, whoever it asks for.',
      advice:
        'Wait retry_after seconds before any request. A backend that calls for all its users should ask the operator for higher limits.',
    },
    'sms-budget-spent': {
      why: 'Texts to each country have a daily budget, which protects against fraud. It is renewed at midnight UTC.',
      advice: 'Offer email. Otherwise wait retry_after seconds.',
    },
    'email-budget-spent': {
      why: 'Emails have a daily budget, which bounds what a flood can cost. It is renewed at midnight UTC.',
      advice: 'Offer text messages. Otherwise wait retry_after seconds.',
    },
    'service-throttled': {
      why: 'More requests came at once than the whole service takes.',
      advice: 'Wait retry_after seconds, then try again, each time a little later.',
    },
    'sms-not-supported': {
      why: 'Texts are off, or are not sent to this country, or the number is no mobile number.',
      advice: 'Ask for an email address or a mobile number.',
    },
    'email-not-supported': {
      why: 'Email is switched off here.',
      advice: 'Ask for a phone number.',
    },
    'delivery-failed': {
      why: 'The mail or text service refused the message, or did not answer in time.',
      advice:
        'Without challenge_id nothing was sent: try again. With it the code may still arrive: offer the field for it, and another code after a while.',
    },
    'code-invalid': {
      why: 'The digits are not those that were sent for this challenge.',
      advice:
        'Let the person try again while i18n_args.attempts_left is above 0. At 0 the code is spent: ask for a new one.',
    },
    'code-expired': {
      why: 'The challenge is over, or was never there. For safety, one answer serves all these cases.',
      advice: 'Ask for a new code.',
    },
    'internal-error': {
      why: 'A part of the service could not be reached or failed. When in doubt, nothing is sent.',
      advice: 'Try again later. If it lasts, get in touch and quote request_id.',
    },
  },
};
