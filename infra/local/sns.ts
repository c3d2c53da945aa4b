import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { isNumber, keepTexts, type Outbox } from './mailbox.ts';
import { listen, type Running, surviving } from './server.ts';

/**
 * Accepts Publish to a phone number, in the AWS Query protocol, and keeps the text. No maintained emulator does this.
 */
export async function startSns(port: number, host: string): Promise<Running & Outbox> {
  const { keep, outbox } = keepTexts();
  const publish = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = await readForm(request);
    const complaint = complaintAbout(form);
    if (!complaint) keep(textIn(form));
    response.writeHead(complaint ? 400 : 200, { 'Content-Type': 'text/xml' });
    response.end(complaint ? errorXml(complaint) : publishedXml());
  };
  return { ...(await listen(createServer(surviving(publish)), port, host)), ...outbox };
}

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => new URLSearchParams(await text(request));

function complaintAbout(form: URLSearchParams): string | undefined {
  if (form.get('Action') !== 'Publish') return 'Only Publish is known here';
  if (!isNumber(form.get('PhoneNumber'))) return 'Invalid parameter: PhoneNumber';
  return form.get('Message') ? undefined : 'Invalid parameter: Empty message';
}

function textIn(form: URLSearchParams) {
  const attributes = attributesOf(form);
  return {
    to: form.get('PhoneNumber') ?? '',
    from: attributes.get('AWS.MM.SMS.OriginationNumber') ?? attributes.get('AWS.SNS.SMS.SenderID') ?? null,
    text: form.get('Message') ?? '',
    locale: attributes.get('locale') ?? null,
  };
}

/** `MessageAttributes.entry.N.Name` beside `MessageAttributes.entry.N.Value.StringValue`. */
const attributesOf = (form: URLSearchParams): Map<string, string> =>
  new Map(
    [...form]
      .filter(([key]) => /^MessageAttributes\.entry\.\d+\.Name$/.test(key))
      .map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value.StringValue')) ?? '']),
  );

const namespace = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"';

const publishedXml = (): string =>
  `<PublishResponse ${namespace}><PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult>` +
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`;

const errorXml = (message: string): string =>
  `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>${message}</Message></Error>` +
  `<RequestId>${randomUUID()}</RequestId></ErrorResponse>`;
