import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Invalid request',
      detail: 'Some fields are missing or invalid. See errors for details.',
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
      detail: 'The body must not be larger than {max_bytes} bytes.',
    },
    'not-found': {
      title: 'Not found',
      detail: 'There is nothing at this address.',
    },
    'method-not-allowed': {
      title: 'Method not allowed',
      detail: 'This address accepts only the methods listed in the Allow header.',
    },
    forbidden: {
      title: 'Forbidden',
      detail: 'The request was refused by the firewall.',
    },
    'target-throttled': {
      title: 'Too many codes for this address or number',
      detail: 'Codes were requested too often. Try again in {wait}.',
    },
    'caller-throttled': {
      title: 'Too many requests',
      detail: 'Too many requests came from your network. Try again in {wait}.',
    },
    'sms-budget-spent': {
      title: 'No more text messages today',
      detail: 'The daily limit for text messages to this country has been reached. Try again in {wait}, or use email.',
    },
    'email-budget-spent': {
      title: 'No more emails today',
      detail: 'The daily limit for emails has been reached. Try again in {wait}, or use a phone number.',
    },
    'service-throttled': {
      title: 'Service busy',
      detail: 'The service is receiving more requests than it can handle. Try again in {wait}.',
    },
    'sms-not-supported': {
      title: 'No text messages to this number',
      detail: 'Text messages are not sent to this country or kind of number. Use a mobile number or email.',
    },
    'email-not-supported': {
      title: 'Email not available',
      detail: 'Codes cannot be sent by email here. Use a phone number.',
    },
    'delivery-failed': {
      title: 'Code not delivered',
      detail: 'The code could not be sent. You can try again now.',
    },
    'code-invalid': {
      title: 'Wrong code',
      detail: 'The code is incorrect. Attempts left: {attempts_left}.',
    },
    'code-expired': {
      title: 'Code no longer valid',
      detail:
        'The code has expired, has already been used, or was entered incorrectly too many times. Request a new one.',
    },
    'internal-error': {
      title: 'Internal error',
      detail:
        'Something went wrong on our side. Try again later. If the problem continues, contact us and include request_id.',
    },
  },
  deliveryUnknown:
    'We do not know whether the code was sent. If it arrives, use it with challenge_id; if not, request another.',
  targetLocked: 'Too many wrong codes were entered. Try again in {wait}.',
  violations: {
    required: 'Provide either email or phone.',
    conflict: 'Provide either email or phone, not both.',
    type: 'Must be a string.',
    range: 'Is too long.',
    'email.format': 'Must be one plain email address, such as name@example.com.',
    'phone.format': 'Must be a phone number in international form, such as +12025550123.',
    'code.required': 'Enter the code that was sent.',
    'code.format': 'Must be the complete code, digits only.',
    'challenge_id.required': 'Provide the challenge_id that was returned when the code was requested.',
    'challenge_id.format': 'Must be a challenge_id exactly as it was returned.',
    'nonce.format': 'Must be visible ASCII characters, without spaces.',
    'Idempotency-Key.format': 'Must be a string of at least 16 characters, in double quotes (RFC 9651).',
  },
};
