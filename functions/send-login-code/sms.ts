import { createSms, type SmsSettings } from '../../lib/aws/sms.ts';
import type { Config } from '../../lib/config.ts';
import type { PhoneTarget } from '../../lib/core/target.ts';
import type { Deliver } from '../../lib/flows/route.ts';
import { renderSms } from '../../lib/messages/sms.ts';
import type { Runtime } from '../../lib/runtime.ts';

export function deliverSms(
  settings: SmsSettings,
  { endpoints, style }: Config,
  runtime: Runtime,
): Deliver<PhoneTarget> {
  const sms = createSms(settings, endpoints.sns, runtime);
  return (target, notice, locale) => sms(target, renderSms(notice, style, locale));
}
