import { createEmail, type EmailSettings } from '../../lib/aws/email.ts';
import type { Config } from '../../lib/config.ts';
import type { EmailTarget } from '../../lib/core/target.ts';
import type { Deliver } from '../../lib/flows/route.ts';
import { renderEmail } from '../../lib/messages/email.ts';
import type { Runtime } from '../../lib/runtime.ts';

export function deliverEmail(
  settings: EmailSettings,
  { endpoints, style }: Config,
  runtime: Runtime,
): Deliver<EmailTarget> {
  const email = createEmail(settings, endpoints.ses, runtime);
  return (target, notice, locale) => email(target, renderEmail(notice, style.brand, locale));
}
