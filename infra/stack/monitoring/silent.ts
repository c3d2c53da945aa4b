import { Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { type Limiter, limiters } from '../../../lib/core/limiters.ts';
import type { SendConfig } from '../../../lib/settings/config.ts';
import type { Api } from '../gateway/api.ts';
import { smsLimitPercent } from './sms-limit.ts';
import { firewallBlocked, gatewayThrottled, mostDenied } from './surges.ts';
import { undeliveredPercent } from './undelivered.ts';
import { undeliveredTexts } from './undelivered-texts.ts';
import { unverified } from './unverified.ts';

type Silent =
  | 'emailUndelivered'
  | 'emailUnverified'
  | 'smsUndelivered'
  | 'smsUnverified'
  | 'smsLimit'
  | 'mostDenied'
  | 'gatewayThrottled'
  | 'firewallBlocked';

/** What can go wrong without an error. Undefined where there is nothing to watch. */
export type SilentMetrics = Readonly<Record<Silent, IMetric | undefined>>;

export function silentMetrics(
  api: Api,
  { serviceName, email, sms }: SendConfig,
  { firewall, heartbeat }: { readonly firewall: boolean; readonly heartbeat: boolean },
): SilentMetrics {
  const { stackName, region } = Stack.of(api);
  const off: readonly Limiter[] = [
    ...(email ? [] : (['email-budget', 'unreachable'] as const)),
    ...(sms ? [] : (['sms-budget', 'sms-guard'] as const)),
  ];
  return {
    emailUndelivered: email && undeliveredPercent(serviceName),
    emailUnverified: email && unverified(serviceName, 'email'),
    smsUndelivered: undeliveredTexts(sms),
    smsUnverified: sms && unverified(serviceName, 'sms'),
    smsLimit: heartbeat && sms?.service === 'sns' ? smsLimitPercent(serviceName) : undefined,
    mostDenied: mostDenied(
      serviceName,
      limiters.filter((limiter) => !off.includes(limiter)),
    ),
    gatewayThrottled: gatewayThrottled(api.accessLogs, serviceName),
    firewallBlocked: firewall ? firewallBlocked(stackName, region) : undefined,
  };
}
