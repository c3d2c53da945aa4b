import { createEmail, type EmailSettings } from '../../lib/aws/email.ts';
import type { EmailTarget } from '../../lib/core/target.ts';
import type { Deliver } from '../../lib/flows/transport.ts';
import { messagesWith } from '../../lib/locales/own-words.ts';
import { createRenderEmail } from '../../lib/messages/email.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { SendConfig } from '../../lib/settings/config.ts';

export function deliverEmail(
  settings: EmailSettings,
  { endpoints, look, words }: SendConfig,
  runtime: Runtime,
): Deliver<EmailTarget> {
  const email = createEmail(settings, endpoints.ses, runtime);
  const render = createRenderEmail(look, messagesWith(words));
  return async (target, message, locale) => email(target, await render(message, locale));
}
