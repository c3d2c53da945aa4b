import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Problems',
    intro: 'Every error response is one of these.',
    why: 'Why',
    advice: 'What to do',
    example: 'For example',
    fields: 'Fields',
  },
  problems: {
    'invalid-request': {
      why: 'A field is missing or has the wrong type or format, two fields that exclude each other were both sent, or the Idempotency-Key is malformed.',
      advice:
        'Show each description beside its field, and let the person correct the value. Do not send the same request again.',
    },
    'malformed-body': {
      why: 'The body was cut off, is not JSON, or has a key such as __proto__ that no client needs.',
      advice: 'Fix the client: encode the body with a JSON library.',
    },
    'unsupported-media': {
      why: 'The Content-Type is missing or names something other than JSON.',
      advice: 'Fix the client: send Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'A request for a code is small. This one is not.',
      advice: 'Fix the client: send only the fields listed in the API description.',
    },
    'not-found': {
      why: 'The path is wrong or does not exist.',
      advice: 'Compare the path with the API description at /openapi.json.',
    },
    'method-not-allowed': {
      why: 'The path is right, but the HTTP method is not.',
      advice: 'Use one of the methods listed in the Allow header.',
    },
    forbidden: {
      why: 'The firewall treats this request as an attack because of where it comes from or what it contains.',
      advice: 'Do not retry. Anyone blocked by mistake should contact the operator and include request_id.',
    },
    'target-throttled': {
      why: 'Each email address and phone number can get only a limited number of codes in a given time, and each network address or known device can request only part of that number. After many wrong codes, no new ones are sent for a day or longer: first for requests from the network address that requested the codes, then for all requests except those from known devices. This is so that nobody can guess a code.',
      advice:
        'Count down retry_after seconds before offering to send again. The last code still works until it expires. If the device has signed in before, send its device_token, so that requests from strangers cannot make it wait.',
    },
    'caller-throttled': {
      why: 'Each network address can make only a limited number of requests, no matter who they are for.',
      advice:
        'Wait retry_after seconds before sending another request. A backend that sends requests for all its users should ask the operator for higher limits.',
    },
    'sms-budget-spent': {
      why: 'Text messages to each country have a daily limit, which protects against fraud. It resets at midnight UTC.',
      advice: 'Offer email. Otherwise wait retry_after seconds.',
    },
    'email-budget-spent': {
      why: 'Emails have a daily limit, so that a flood of requests cannot cost too much. It resets at midnight UTC.',
      advice: 'Offer text messages. Otherwise wait retry_after seconds.',
    },
    'service-throttled': {
      why: 'The whole service received more requests at once than it can handle.',
      advice: 'Wait retry_after seconds, then try again, waiting a little longer each time.',
    },
    'sms-not-supported': {
      why: 'Text messages are switched off or are not sent to this country, or the number is not a mobile number.',
      advice: 'Ask for an email address or a mobile number.',
    },
    'email-not-supported': {
      why: 'Email is switched off here.',
      advice: 'Ask for a phone number.',
    },
    'delivery-failed': {
      why: 'The email or text message service rejected the message or did not respond in time.',
      advice:
        'If the response has no challenge_id, nothing was sent: try again. If it has one, the code may still arrive: show the code field, and offer to send another code after a while.',
    },
    'code-invalid': {
      why: 'The digits are not those that were sent for this challenge.',
      advice:
        'Let the person try again while i18n_args.attempts_left is above 0. At 0, the code can no longer be used: request a new one.',
    },
    'code-expired': {
      why: 'The challenge has ended or never existed. For security, all these cases get the same response.',
      advice: 'Request a new code.',
    },
    'internal-error': {
      why: 'Part of the service failed or could not be reached. When in doubt, nothing is sent.',
      advice: 'Try again later. If the problem continues, contact the operator and include request_id.',
    },
  },
};
