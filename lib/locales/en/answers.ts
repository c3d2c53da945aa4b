import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Invalid request',
      detail: 'Some fields are missing or wrong. See errors for each of them.',
    },
    'malformed-body': {
      title: 'Malformed body',
      detail: 'The body cannot be read as JSON, or has a key that is never allowed, such as __proto__.',
    },
    'unsupported-media': {
      title: 'Unsupported media type',
      detail: 'Send the body as JSON, with the header Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Body too large',
      detail: 'The body may hold {max_bytes} bytes at most.',
    },
    'not-found': {
      title: 'Not found',
      detail: 'There is nothing at this address.',
    },
    'method-not-allowed': {
      title: 'Method not allowed',
      detail: 'This address takes only the methods named in the Allow header.',
    },
    forbidden: {
      title: 'Forbidden',
      detail: 'The request was refused by the firewall.',
    },
    'target-throttled': {
      title: 'Too many codes for this address or number',
      detail: 'Codes were asked for too often. Try again in {wait}.',
    },
    'caller-throttled': {
      title: 'Too many requests',
      detail: 'Too many requests came from your network. Try again in {wait}.',
    },
    'sms-budget-spent': {
      title: 'No more text messages today',
      detail: 'Text messages to this country are used up for today. Try again in {wait}, or use email.',
    },
    'email-budget-spent': {
      title: 'No more email today',
      detail: 'The emails of this day are used up. Try again in {wait}, or use a phone number.',
    },
    'service-throttled': {
      title: 'Service busy',
      detail: 'The service has more requests than it takes at once. Try again in {wait}.',
    },
    'sms-not-supported': {
      title: 'No text messages to this number',
      detail: 'Text messages are not sent to this country or kind of number. Use a mobile number or email.',
    },
    'email-not-supported': {
      title: 'No email here',
      detail: 'Codes are not sent by email here. Use a phone number.',
    },
    'delivery-failed': {
      title: 'Code not delivered',
      detail: 'The code could not be sent. You may try again at once.',
    },
    'code-invalid': {
      title: 'Wrong code',
      detail: 'The code is not right. Attempts left: {attempts_left}.',
    },
    'code-expired': {
      title: 'Code no longer valid',
      detail: 'The code has expired, was used, or was tried too often. Ask for a new one.',
    },
    'internal-error': {
      title: 'Internal error',
      detail: 'Something went wrong on our side. Try again later, and quote request_id if it lasts.',
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
};
