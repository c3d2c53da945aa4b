import { createEmail, type EmailSettings } from '../../lib/aws/email.ts';
import type { Config } from '../../lib/config.ts';
import type { EmailTarget } from '../../lib/core/target.ts';
import type { Deliver } from '../../lib/flows/send.ts';
import type { Log } from '../../lib/log.ts';
import { renderEmail } from '../../lib/messages/email.ts';

export function deliverEmail(settings: EmailSettings, { endpoints, style }: Config, log: Log): Deliver<EmailTarget> {
  const email = createEmail(settings, endpoints.ses, log);
  return (target, notice, locale) => email(target, renderEmail(notice, style.brand, locale));
}
