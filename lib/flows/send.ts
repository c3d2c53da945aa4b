import type { Challenge } from '../core/challenge.ts';
import { latestDelivery } from '../core/deadlines.ts';
import type { ChallengeKey } from '../core/item-keys.ts';
import type { Delivery, SentAs } from '../core/message.ts';
import { wholeMinutes } from '../core/time.ts';
import type { Locale } from '../locales/locales.ts';
import {
  type Admission,
  type AdmitDeps,
  type AdmitPolicy,
  type AdmitRequest,
  type AdmitTable,
  createAdmit,
} from './admit.ts';
import { createLedger, type Ledger, type LedgerDeps } from './ledger.ts';
import { resultOf, type SendResult } from './send-result.ts';
import { type Channels, type Transport, transportTo } from './transport.ts';

/** Each method is one conditional write or one read. */
export interface SendTable extends AdmitTable {
  markDeliveryUnknown(challenge: Challenge): Promise<void>;
  /** Beside the challenge, until its code comes back. */
  keepMessageId(key: ChallengeKey, messageId: string): Promise<void>;
}

export interface SendDeps extends AdmitDeps, Channels, LedgerDeps {
  readonly table: SendTable;
  /** Told when the id of a message that was sent could not be kept. By default as what could not be given back. */
  readonly reportUnkept?: ((error: unknown) => void) | undefined;
}

export type SendPolicy = AdmitPolicy;

export interface SendRequest extends AdmitRequest {
  readonly locale: Locale;
}

export type Send = (request: SendRequest) => Promise<SendResult>;

/** Count, store, then deliver: no code arrives that cannot work, and none is sent uncounted. */
export function createSend(deps: SendDeps, policy: SendPolicy): Send {
  const { table, now, report, reportUnkept = report } = deps;
  const admit = createAdmit(deps, policy);

  return async (request) => {
    const { target, locale } = request;
    const began = now();
    const transport = transportTo(target, deps, began);
    if (!transport) return { outcome: 'unsupported', channel: target.channel };

    const ledger = createLedger(deps, began);
    const admission = await admitOrGiveBack(request, transport, ledger);
    if ('outcome' in admission) return admission;

    const { issued } = admission;
    const isTooLate = now() - began > latestDelivery;
    const outcome = isTooLate ? 'not-sent' : await deliver(transport, admission, locale);
    const delivery = typeof outcome === 'string' ? outcome : 'sent';
    if (delivery === 'not-sent') await ledger.giveBack();
    // Without it the service hears nothing when the code comes back. The person has the code, so the send goes on.
    if (typeof outcome !== 'string') await table.keepMessageId(issued.key, outcome.messageId).catch(reportUnkept);
    if (delivery === 'unknown' && admission.repeatable) await table.markDeliveryUnknown(admission.repeatable);
    return resultOf(delivery, target, issued, admission.callerQuotas);
  };

  async function admitOrGiveBack(request: SendRequest, transport: Transport, ledger: Ledger) {
    try {
      const admission = await admit(request, transport, ledger);
      if ('outcome' in admission) await ledger.giveBack();
      return admission;
    } catch (error) {
      await ledger.giveBack();
      throw error;
    }
  }
}

/** A code that is sent again may live some odd seconds: the message names whole minutes. */
const deliver = (
  transport: Transport,
  { issued: { passcode, askedAt, lifetime, challenge } }: Admission,
  locale: Locale,
): Promise<Delivery | SentAs> =>
  transport.deliver({ passcode, askedAt, lifetime: challenge ? lifetime : wholeMinutes(lifetime) }, locale);
