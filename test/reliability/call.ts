import type { IncomingHttpHeaders } from 'node:http';

export type ServiceName = 'dynamodb' | 'ses' | 'sns' | 'endUserMessaging' | 'secretsManager' | 'kms';

/** One call to AWS, as it came over HTTP. */
export interface AwsCall {
  readonly service: ServiceName;
  readonly operation: string;
  /** What it is for, in the words of `docs/how-it-works.md`. */
  readonly purpose: string;
  /** Set where a message is asked for: its code. */
  readonly code?: string | undefined;
}

const services: Readonly<Record<string, ServiceName>> = {
  DynamoDB_20120810: 'dynamodb',
  secretsmanager: 'secretsManager',
  TrentService: 'kms',
  PinpointSMSVoiceV2: 'endUserMessaging',
};

export function callOf(url: string, headers: IncomingHttpHeaders, body: string): AwsCall {
  const [target = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  const service = services[target];
  if (service === 'endUserMessaging' && operation === 'SendTextMessage') return delivery(service, operation, body);
  if (service) return { service, operation, purpose: purposeOf(operation, body) };
  return url === '/v2/email/outbound-emails' ? delivery('ses', 'SendEmail', body) : delivery('sns', 'Publish', body);
}

/** The bodies of all three services show the code as it is. */
const delivery = (service: ServiceName, operation: string, body: string): AwsCall => ({
  service,
  operation,
  purpose: 'send the message',
  code: /(?<!\d)\d{10}(?!\d)/.exec(service === 'sns' ? (new URLSearchParams(body).get('Message') ?? '') : body)?.[0],
});

interface Asked {
  readonly Key?: { readonly pk: { readonly S: string } };
  readonly Item?: { readonly pk: { readonly S: string } };
  readonly UpdateExpression?: string;
  readonly SecretId?: string;
  readonly VersionStage?: string;
}

/** By operation, kind of item and expression. */
const purposes: readonly (readonly [RegExp, string])[] = [
  [/^UpdateItem caller/, 'count the caller'],
  [/^UpdateItem (target|devices) SET sent_at/, 'count the person'],
  [/^UpdateItem (target|devices) REMOVE sent_at/, 'give the person back'],
  [/^UpdateItem (target|devices) SET #failures/, 'count the wrong code'],
  [/^UpdateItem (target|devices) REMOVE #failures/, 'forget wrong codes'],
  [/^UpdateItem (email|sms) ADD sent/, 'count the message'],
  [/^UpdateItem (email|sms) SET sent/, 'give the message back'],
  [/^UpdateItem (sms|block) .*ADD verified/, 'count the right code'],
  [/^UpdateItem block ADD unanswered/, 'count the text in its number block'],
  [/^UpdateItem block SET unanswered/, 'give the number block back'],
  [/^UpdateItem sms SET first_text_at/, 'note the first text'],
  [/^BatchGetItem/, 'read the days before'],
  [/^UpdateItem code SET attempts_left/, 'take an attempt'],
  [/^UpdateItem code SET used_by/, 'use up the code'],
  [/^UpdateItem code SET delivery_unknown/, 'note that delivery is unknown'],
  [/^UpdateItem code SET message_id/, 'keep the id of the text'],
  [/^PutItem code/, 'store the challenge'],
  [/^GetItem code/, 'read the challenge'],
  [/^DeleteItem code/, 'remove the challenge'],
  [/^GetItem (caller|target|devices|sms|block)/, 'read what denied'], // only dynalite needs it: it returns no item with a failed condition
  [/^GetSecretValue \S*:index AWSCURRENT/, 'fetch the index secret'],
  [/^GetSecretValue \S*:code AWSCURRENT/, 'fetch the code secret'],
  [/^GetSecretValue \S*:code AWSPREVIOUS/, 'fetch the code secret before it'],
  [/^GetPublicKey/, 'fetch the public key'],
  [/^Sign/, 'sign the token'],
  [/^PutMessageFeedback/, 'tell that the text was received'],
];

function purposeOf(operation: string, body: string): string {
  const { Key, Item, UpdateExpression = '', SecretId, VersionStage } = JSON.parse(body) as Asked;
  const kind = SecretId ?? (Key ?? Item)?.pk.S.split('#')[0] ?? '';
  const described = [operation, kind, VersionStage ?? UpdateExpression].join(' ');
  const purpose = purposes.find(([pattern]) => pattern.test(described))?.[1];
  if (!purpose) throw new Error(`No purpose is known of ${described}`);
  return purpose;
}
