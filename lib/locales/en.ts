import type { Catalog } from './catalog.ts';

export const en: Catalog = {
  dir: 'ltr',
  problems: {
    'invalid-request': {
      title: 'Invalid request',
      detail: 'Some fields are missing or wrong. See errors for each of them.',
      why: 'A field is missing or has the wrong type or form, both of two that exclude each other were given, or the Idempotency-Key is malformed.',
      advice: 'Show each description beside its field, and let the person correct it. Do not send the same again.',
    },
    'malformed-body': {
      title: 'Malformed body',
      detail: 'The body cannot be read as JSON, or has a key that is never allowed, such as __proto__.',
      why: 'The body broke off, is not JSON, or has a key such as __proto__ that no client needs.',
      advice: 'Mend the client: encode the body with a JSON library.',
    },
    'unsupported-media': {
      title: 'Unsupported media type',
      detail: 'Send the body as JSON, with the header Content-Type: application/json.',
      why: 'The Content-Type is missing or names something other than JSON.',
      advice: 'Mend the client: send Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Body too large',
      detail: 'The body may hold {max_bytes} bytes at most.',
      why: 'A request for a code is small. This one is not.',
      advice: 'Mend the client: send only the fields that the API description names.',
    },
    'not-found': {
      title: 'Not found',
      detail: 'There is nothing at this address.',
      why: 'The path is wrong, or was never there.',
      advice: 'Compare the path with the API description at /openapi.json.',
    },
    'method-not-allowed': {
      title: 'Method not allowed',
      detail: 'This address takes only the methods named in the Allow header.',
      why: 'The path is right, the HTTP method is not.',
      advice: 'Use a method that the Allow header names.',
    },
    forbidden: {
      title: 'Forbidden',
      detail: 'The request was refused by the firewall.',
      why: 'The firewall takes this for an attack: by where it comes from, or by what is in it.',
      advice: 'Do not retry. A person who sees this by mistake should get in touch, and quote request_id.',
    },
    'target-throttled': {
      title: 'Too many codes for this address or number',
      detail: 'Codes were asked for too often. Try again in {wait}.',
      why: 'Each address and number gets only so many codes in a while, and each network address or known device may ask for only a part of them. After many wrong codes no more are sent for a day or longer, first to the network address that asked for them, then to all but known devices, so that nobody can guess one.',
      advice:
        'Count down retry_after seconds before offering to send again. The last code still works until it expires. Send the device_token of a device that has signed in before: strangers cannot keep it waiting.',
    },
    'caller-throttled': {
      title: 'Too many requests',
      detail: 'Too many requests came from your network. Try again in {wait}.',
      why: 'Each network address may ask only so often, whoever it asks for.',
      advice:
        'Wait retry_after seconds before any request. A backend that calls for all its users should ask the operator for higher limits.',
    },
    'sms-budget-spent': {
      title: 'No more text messages today',
      detail: 'Text messages to this country are used up for today. Try again in {wait}, or use email.',
      why: 'Texts to each country have a daily budget, which protects against fraud. It is renewed at midnight UTC.',
      advice: 'Offer email. Otherwise wait retry_after seconds.',
    },
    'email-budget-spent': {
      title: 'No more email today',
      detail: 'The emails of this day are used up. Try again in {wait}, or use a phone number.',
      why: 'Emails have a daily budget, which bounds what a flood can cost. It is renewed at midnight UTC.',
      advice: 'Offer text messages. Otherwise wait retry_after seconds.',
    },
    'service-throttled': {
      title: 'Service busy',
      detail: 'The service has more requests than it takes at once. Try again in {wait}.',
      why: 'More requests came at once than the whole service takes.',
      advice: 'Wait retry_after seconds, then try again, each time a little later.',
    },
    'sms-not-supported': {
      title: 'No text messages to this number',
      detail: 'Text messages are not sent to this country or kind of number. Use a mobile number or email.',
      why: 'Texts are off, or are not sent to this country, or the number is no mobile number.',
      advice: 'Ask for an email address or a mobile number.',
    },
    'email-not-supported': {
      title: 'No email here',
      detail: 'Codes are not sent by email here. Use a phone number.',
      why: 'Email is switched off here.',
      advice: 'Ask for a phone number.',
    },
    'delivery-failed': {
      title: 'Code not delivered',
      detail: 'The code could not be sent. You may try again at once.',
      why: 'The mail or text service refused the message, or did not answer in time.',
      advice:
        'Without challenge_id nothing was sent: try again. With it the code may still arrive: offer the field for it, and another code after a while.',
    },
    'code-invalid': {
      title: 'Wrong code',
      detail: 'The code is not right. Attempts left: {attempts_left}.',
      why: 'The digits are not those that were sent for this challenge.',
      advice:
        'Let the person try again while i18n_args.attempts_left is above 0. At 0 the code is spent: ask for a new one.',
    },
    'code-expired': {
      title: 'Code no longer valid',
      detail: 'The code has expired, was used, or was tried too often. Ask for a new one.',
      why: 'The challenge is over, or was never there. For safety, one answer serves all these cases.',
      advice: 'Ask for a new code.',
    },
    'internal-error': {
      title: 'Internal error',
      detail: 'Something went wrong on our side. Try again later, and quote request_id if it lasts.',
      why: 'A part of the service could not be reached or failed. When in doubt, nothing is sent.',
      advice: 'Try again later. If it lasts, get in touch and quote request_id.',
    },
  },
  deliveryUnknown:
    'We cannot tell whether the code was sent. If it arrives, use it with challenge_id; if not, ask for another.',
  targetLocked: 'Too many wrong codes were tried. Try again in {wait}.',
  violations: {
    required: 'Give either email or phone.',
    conflict: 'Give either email or phone, not both.',
    type: 'Must be a string.',
    range: 'Is too long.',
    'email.format': 'Must be one plain email address, such as name@example.com.',
    'phone.format': 'Must be a phone number in international form, such as +12025550123.',
    'code.required': 'Give the code that was sent.',
    'code.format': 'Must be all the digits of the code, and nothing else.',
    'challenge_id.required': 'Give the challenge_id that came when the code was asked for.',
    'challenge_id.format': 'Must be a challenge_id as it was given.',
    'nonce.format': 'Must be visible ASCII characters, without spaces.',
    'Idempotency-Key.format': 'Must be a string in double quotes (RFC 9651) of at least 16 characters.',
  },
  problemPage: {
    all: 'Problems',
    intro: 'Every answer that is not a success is one of these.',
    why: 'Why',
    advice: 'What to do',
    example: 'For example',
    fields: 'Fields',
  },
  email: {
    subject: 'Your {brand} code',
    preheader: '{code} is your {brand} code, valid for {lifetime}.',
    expiry: 'It is valid for {lifetime}.',
    never: 'Never share it. Nobody will ever ask you for it, not even us.',
    asked: 'It was asked for on {moment} UTC.',
    ignore: 'If that was not you, just ignore this message: without the code, nothing happens.',
  },
  sms: '{code} is your {brand} code, valid for {lifetime}. Do not share it.',
};
