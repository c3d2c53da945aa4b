import type { HttpResponse } from '@smithy/types';
import type { Answer } from './lean/starting.ts';

type Values = Readonly<Record<string, unknown>>;

interface Command {
  readonly Item?: { readonly pk: { readonly S: string } };
  readonly Key?: { readonly pk: { readonly S: string } };
  readonly ExpressionAttributeValues?: Values;
}

/** For a rehearsal: what AWS would answer to calls for somebody who is new here. */
export function answerFromMemory(): Answer {
  const items = new Map<string, object>();
  return ({ headers, path, body }) => {
    const operation = headers['x-amz-target']?.split('.')[1];
    switch (operation) {
      case 'PutItem':
        return json(put(commandIn(body)));
      case 'UpdateItem':
        return json(update(commandIn(body)));
      case 'GetPublicKey':
        return json({ PublicKey: publicKey });
      case 'Sign':
        return json({ Signature: 'AAAA' });
      case 'SendTextMessage':
        return json({ MessageId: 'rehearsed' });
    }
    return path.startsWith('/v2/email/') ? json({ MessageId: 'rehearsed' }) : response('text/xml', published);
  };

  function put({ Item }: Command): object {
    if (Item) items.set(Item.pk.S, Item);
    return {};
  }

  function update({ Key, ExpressionAttributeValues = {} }: Command): object {
    return { Attributes: items.get(Key?.pk.S ?? '') ?? firstHit(ExpressionAttributeValues) };
  }
}

/** The SDK's bytes print a warning whenever anything but a decoder reads them as a text. */
const commandIn = (body: Uint8Array): Command => JSON.parse(new TextDecoder().decode(body));

/** A window with one hit, or a budget with one message. */
const firstHit = (values: Values): object => ({
  sent_at: values[':time'],
  last_hit: values[':id'],
  sent: { N: '1' },
});

/** Nobody has its private half. */
const publicKey =
  'MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMH0p6YBHPyc4jLv4awf30JYvG6aM2T43FXaZo1JWkDkyXrZwN9WZ6H5y0HJ3bh1tmlYE2YUXmyC9jgFknKp+zUCAwEAAQ==';

const published = '<PublishResponse><PublishResult><MessageId>rehearsed</MessageId></PublishResult></PublishResponse>';

const json = (body: object): HttpResponse => response('application/x-amz-json-1.0', JSON.stringify(body));

const response = (type: string, body: string): HttpResponse => ({
  statusCode: 200,
  headers: { 'content-type': type },
  body: Buffer.from(body),
});
