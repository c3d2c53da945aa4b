import { randomBytes } from 'node:crypto';
import { callerFromIp } from '../../lib/core/caller.ts';
import { parseEmailAddress } from '../../lib/core/email-address.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { Delivery, Notice } from '../../lib/core/message.ts';
import { parsePhoneNumber } from '../../lib/core/phone-number.ts';
import type { Target } from '../../lib/core/target.ts';
import { minute } from '../../lib/core/time.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import type { Proof } from '../../lib/flows/prove.ts';
import type { Deliver } from '../../lib/flows/route.ts';
import { createSend, type SendDeps, type SendPolicy, type SendRequest } from '../../lib/flows/send.ts';
import { createVerify, type VerifyDeps, type VerifyPolicy, type VerifyRequest } from '../../lib/flows/verify.ts';
import { createModelTable } from './model-table.ts';

export const somePolicy: SendPolicy & VerifyPolicy = {
  code: { length: 10, ttl: 10 * minute, attempts: 5 },
  callerLimits: [{ max: 20, window: minute }],
  targetLimits: [{ max: 1, window: minute }],
  verifyCallerLimits: [{ max: 20, window: minute }],
};

export const someCaller = callerFromIp('192.0.2.7');

export const targetOf = (address: { email: string } | { phone: string }): Target => {
  const target = 'email' in address ? parseEmailAddress(address.email) : parsePhoneNumber(address.phone);
  if (typeof target === 'string') throw new Error('not a target');
  return target;
};

type Asked<T> = Omit<T, 'caller' | 'locale' | 'target'>;

/** Both flows over one model table, with a clock to turn. What is delivered is kept, and taken unless told otherwise. */
export function setUpBoth(policy = somePolicy, outcome: () => Delivery = () => 'sent') {
  const clock = { now: Date.UTC(2026, 10, 22, 12) };
  const table = createModelTable();
  const notices: (Notice & { readonly target: Target })[] = [];
  const reported: unknown[] = [];
  const proofs: Proof[] = [];
  const keys = keysFromOneSecret('s'.repeat(32));
  const deliver: Deliver<Target> = async (target, notice) => {
    const delivery = outcome();
    if (delivery !== 'not-sent') notices.push({ ...notice, target });
    return delivery;
  };
  const shared = { denials: createDenials(), keys: async () => keys, now: () => clock.now, random: randomBytes };
  const budgets = new Map([['*', 1_000]]);
  const sending: SendDeps = { ...shared, table, email: deliver, sms: { budgets, deliver } };
  const verifying: VerifyDeps = {
    ...shared,
    table,
    denials: createDenials(),
    async prove() {
      const proof = { token: randomBytes(24).toString('base64url'), lifetime: 5 * minute };
      proofs.push(proof);
      return proof;
    },
    prepareProof: async () => undefined,
    smsBudgets: budgets,
    report: (error) => void reported.push(error),
  };
  const send = createSend(sending, policy);
  const verify = createVerify(verifying, policy);
  return {
    clock,
    table,
    notices,
    proofs,
    reported,
    sending,
    verifying,
    send: (target: Target, more: Partial<Asked<SendRequest>> = {}) =>
      send({ target, caller: someCaller, locale: 'en', ...more }),
    verify: (target: Target, asked: Asked<VerifyRequest>) => verify({ target, caller: someCaller, ...asked }),
  };
}

export type BothHalves = ReturnType<typeof setUpBoth>;

/** Sends, and gives what a person needs to answer. */
export async function sendCode(both: BothHalves, target: Target, more: Partial<Asked<SendRequest>> = {}) {
  const result = await both.send(target, more);
  const notice = both.notices.at(-1);
  if (result.outcome !== 'sent' || !notice) throw new Error(`not sent: ${result.outcome}`);
  return { challengeId: result.challengeId, code: notice.passcode, lifetime: result.lifetime };
}
