import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Delivery, EmailMessage } from '../core/message.ts';
import type { EmailTarget } from '../core/target.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { deliveryClientSettings } from './client.ts';
import { deliverWith } from './delivery.ts';
import { lean } from './lean/lean.ts';

export interface EmailSettings {
  readonly from: string;
  readonly configurationSet: string | undefined;
}

export type SendEmail = (target: EmailTarget, message: EmailMessage) => Promise<Delivery>;

export function createEmail(
  settings: EmailSettings,
  endpoint: string | undefined,
  { log, now }: Pick<Runtime, 'log' | 'now'>,
): SendEmail {
  const client = lean(new SESv2Client(deliveryClientSettings(endpoint, now)));
  return ({ canonical }, { locale, subject, text, html }) => {
    const command = new SendEmailCommand({
      FromEmailAddress: settings.from,
      Destination: { ToAddresses: [canonical] },
      ConfigurationSetName: settings.configurationSet,
      EmailTags: [{ Name: 'locale', Value: locale }],
      Content: {
        Simple: {
          Subject: utf8(subject),
          Body: { Text: utf8(text), Html: utf8(html) },
          Headers: [
            { Name: 'Auto-Submitted', Value: 'auto-generated' }, // RFC 3834: nobody's autoresponder answers
            { Name: 'Content-Language', Value: locale },
          ],
        },
      },
    });
    return deliverWith((abortSignal) => client.send(command, { abortSignal }), 'SES', log);
  };
}

const utf8 = (data: string) => ({ Data: data, Charset: 'UTF-8' });
