import type { Challenge } from '../core/challenge.ts';
import { latestDelivery } from '../core/deadlines.ts';
import type { Delivery } from '../core/message.ts';
import { type Millis, wholeMinutes } from '../core/time.ts';
import type { Locale } from '../locales/locales.ts';
import {
  type Admission,
  type AdmitDeps,
  type AdmitPolicy,
  type AdmitRequest,
  type AdmitTable,
  createAdmit,
} from './admit.ts';
import { resultOf, type SendResult } from './send-result.ts';
import { type Channels, type Transport, transportTo } from './transport.ts';

/** Each method is one conditional write or one read. */
export interface SendTable extends AdmitTable {
  removeChallenge(challenge: Challenge): Promise<void>;
  markDeliveryUnknown(challenge: Challenge): Promise<void>;
}

export interface SendDeps extends AdmitDeps, Channels {
  readonly table: SendTable;
}

export type SendPolicy = AdmitPolicy;

export interface SendRequest extends AdmitRequest {
  readonly locale: Locale;
}

export type Send = (request: SendRequest) => Promise<SendResult>;

/** Count, store, then deliver: no code arrives that cannot work, and none is sent uncounted. */
export function createSend(deps: SendDeps, policy: SendPolicy): Send {
  const { table, now } = deps;
  const admit = createAdmit(deps, policy);

  return async (request) => {
    const { target, locale } = request;
    const began = now();
    const transport = transportTo(target, deps, began);
    if (!transport) return { outcome: 'unsupported', channel: target.channel };

    const admission = await admit(request, transport);
    if ('outcome' in admission) return admission;

    const delivery = isTooLate(began) ? 'not-sent' : await deliver(transport, admission, locale);
    await settle(admission, delivery);
    return resultOf(delivery, target, admission.issued, admission.callerQuotas);
  };

  function isTooLate(began: Millis): boolean {
    return now() - began > latestDelivery;
  }

  /** Tells repeats that the outcome is unknown. Takes back what counted for a message that was certainly not sent. */
  async function settle({ repeatable, withdraw }: Admission, delivery: Delivery): Promise<void> {
    if (delivery === 'unknown' && repeatable) await table.markDeliveryUnknown(repeatable);
    if (delivery === 'not-sent') await Promise.all([withdraw(), repeatable && table.removeChallenge(repeatable)]);
  }
}

/** A code that is sent again may live some odd seconds: the message names whole minutes. */
const deliver = (
  transport: Transport,
  { issued: { passcode, askedAt, lifetime, challenge } }: Admission,
  locale: Locale,
): Promise<Delivery> =>
  transport.deliver({ passcode, askedAt, lifetime: challenge ? lifetime : wholeMinutes(lifetime) }, locale);
