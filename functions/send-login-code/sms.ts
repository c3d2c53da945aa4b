import { createSms, type SmsSettings } from '../../lib/aws/sms.ts';
import type { PhoneTarget } from '../../lib/core/target.ts';
import type { Deliver } from '../../lib/flows/transport.ts';
import { renderSms } from '../../lib/messages/sms.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { SendConfig } from '../../lib/settings/config.ts';

export function deliverSms(
  settings: SmsSettings,
  { endpoints, style }: SendConfig,
  runtime: Runtime,
): Deliver<PhoneTarget> {
  const sms = createSms(settings, endpoints.sns, runtime);
  return async (target, message, locale) => sms(target, await renderSms(message, style, locale));
}
