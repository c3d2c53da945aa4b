import { secret } from './recorded.ts';
import type { Behaviour } from './stub-server.ts';

/** What a service was asked for, in words that both share. */
export interface Asked {
  readonly to: string | undefined;
  readonly text: string | undefined;
  readonly locale: string | undefined;
  readonly kind: string | undefined;
  readonly from?: string | undefined;
  readonly maxPrice?: string | undefined;
  readonly entityId?: string | undefined;
  readonly templateId?: string | undefined;
}

/** How a service takes and refuses texts in its own protocol. */
export interface SmsStub {
  readonly taken: Behaviour;
  readonly refused: Readonly<Record<'throttled' | 'number' | 'unauthorized' | 'failing', Behaviour>>;
  asked(body: string): Asked;
}

const quoted = secret('+12025550148');

const answer =
  (status: number, type: string, body: string): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };

const xml = (status: number, body: string): Behaviour => answer(status, 'text/xml', body);
const xmlError = (status: number, code: string): Behaviour =>
  xml(
    status,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${quoted}</Message></Error></ErrorResponse>`,
  );

/** The Query protocol's form, attributes by name. */
export const sns: SmsStub = {
  taken: xml(200, '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>'),
  refused: {
    throttled: xmlError(429, 'Throttled'),
    number: xmlError(400, 'InvalidParameter'),
    unauthorized: xmlError(403, 'AuthorizationError'),
    failing: xmlError(500, 'InternalError'),
  },
  asked(body) {
    const form = new URLSearchParams(body);
    const names = [...form].filter(([key]) => key.endsWith('.Name'));
    const { locale, ...attributes } = Object.fromEntries(
      names.map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value.StringValue')) ?? undefined]),
    );
    const { 'AWS.SNS.SMS.SMSType': type, 'AWS.SNS.SMS.MaxPrice': maxPrice, ...rest } = attributes;
    return {
      to: form.get('PhoneNumber') ?? undefined,
      text: form.get('Message') ?? undefined,
      locale,
      kind: type?.toLowerCase(),
      from: rest['AWS.MM.SMS.OriginationNumber'] ?? rest['AWS.SNS.SMS.SenderID'],
      maxPrice,
      entityId: rest['AWS.MM.SMS.EntityId'],
      templateId: rest['AWS.MM.SMS.TemplateId'],
    };
  },
};

const json = (status: number, body: object): Behaviour =>
  answer(status, 'application/x-amz-json-1.0', JSON.stringify(body));
const jsonFault = (status: number, name: string, reason?: string): Behaviour =>
  json(status, { __type: name, Message: quoted, ...(reason && { Reason: reason }) });

/** The JSON protocol's conflict, which names its reason. */
export const conflict = (reason: string): Behaviour => jsonFault(400, 'ConflictException', reason);

export const endUserMessaging: SmsStub = {
  taken: json(200, { MessageId: 'taken' }),
  refused: {
    throttled: jsonFault(400, 'ThrottlingException'),
    number: jsonFault(400, 'ValidationException', 'INVALID_PARAMETER'),
    unauthorized: jsonFault(400, 'AccessDeniedException'),
    failing: jsonFault(500, 'InternalServerException'),
  },
  asked(body) {
    const { DestinationCountryParameters: india = {}, ...input } = JSON.parse(body);
    return {
      to: input.DestinationPhoneNumber,
      text: input.MessageBody,
      locale: input.Context?.locale,
      kind: input.MessageType?.toLowerCase(),
      from: input.OriginationIdentity,
      maxPrice: input.MaxPrice,
      entityId: india.IN_ENTITY_ID,
      templateId: india.IN_TEMPLATE_ID,
    };
  },
};
