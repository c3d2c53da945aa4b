import type { SendSms, SmsSettings } from '../../lib/aws/sms.ts';
import type { PhoneTarget } from '../../lib/core/target.ts';
import type { Deliver } from '../../lib/flows/transport.ts';
import { messagesWith } from '../../lib/locales/own-words.ts';
import { createRenderSms } from '../../lib/messages/sms.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { SendConfig } from '../../lib/settings/config.ts';

/** A container loads the code for the one service that is on. */
export async function deliverSms(
  settings: SmsSettings,
  config: SendConfig,
  runtime: Runtime,
): Promise<Deliver<PhoneTarget>> {
  const sms = await connect(settings, config, runtime);
  const render = createRenderSms(config.style, messagesWith(config.words));
  return async (target, message, locale) => sms(target, await render(message, locale));
}

async function connect(settings: SmsSettings, { endpoints }: SendConfig, runtime: Runtime): Promise<SendSms> {
  if (settings.service === 'sns') {
    const { createSns } = await import('../../lib/aws/sns.ts');
    return createSns(settings, endpoints.sns, runtime);
  }
  const { createEndUserMessaging } = await import('../../lib/aws/end-user-messaging.ts');
  return createEndUserMessaging(settings, endpoints.endUserMessaging, runtime);
}
