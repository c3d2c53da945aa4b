import { randomBytes } from 'node:crypto';
import { type Caller, callerFromIp } from '../../lib/core/caller.ts';
import { parseEmailAddress } from '../../lib/core/email-address.ts';
import type { GuardMode } from '../../lib/core/guard.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { CodeMessage, Delivery } from '../../lib/core/message.ts';
import { parsePhoneNumber } from '../../lib/core/phone-number.ts';
import type { Target } from '../../lib/core/target.ts';
import { day, minute } from '../../lib/core/time.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import type { Suspect } from '../../lib/flows/guard.ts';
import type { Token } from '../../lib/flows/issue-token.ts';
import { createSend, type SendDeps, type SendPolicy, type SendRequest } from '../../lib/flows/send.ts';
import type { Deliver } from '../../lib/flows/transport.ts';
import { createVerify, type VerifyDeps, type VerifyPolicy, type VerifyRequest } from '../../lib/flows/verify.ts';
import { createModelTable } from './model-table.ts';

export const somePolicy: SendPolicy & VerifyPolicy = {
  code: { length: 10, ttl: 10 * minute, attempts: 5 },
  callerLimits: [{ max: 20, window: minute }],
  targetLimits: [{ max: 1, window: minute }],
  targetCallerLimits: [],
  deviceLimits: [{ max: 2, window: minute }],
  devices: { ttl: 180 * day, since: 0 },
  verifyCallerLimits: [{ max: 20, window: minute }],
};

export const someCaller = callerFromIp('192.0.2.7');

export const targetOf = (address: { email: string } | { phone: string }): Target => {
  const target = 'email' in address ? parseEmailAddress(address.email) : parsePhoneNumber(address.phone);
  if (typeof target === 'string') throw new Error('not a target');
  return target;
};

type Asked<T extends { readonly caller: Caller }> = Omit<T, 'caller' | 'locale' | 'target'> &
  Partial<Pick<T, 'caller'>>;

/** Both flows over one model table, with a clock to turn. What is delivered is kept, and taken unless told otherwise. */
export function setUpBoth(policy = somePolicy, outcome: () => Delivery = () => 'sent', guard: GuardMode = 'block') {
  const clock = { now: Date.UTC(2026, 10, 22, 12) };
  const table = createModelTable();
  const messages: (CodeMessage & { readonly target: Target })[] = [];
  const reported: unknown[] = [];
  const halfSpent: string[] = [];
  const suspects: Suspect[] = [];
  const tokens: Token[] = [];
  const keys = keysFromOneSecret('s'.repeat(32));
  const deliver: Deliver<Target> = async (target, message) => {
    const delivery = outcome();
    if (delivery !== 'not-sent') messages.push({ ...message, target });
    return delivery;
  };
  const report = (error: unknown): void => void reported.push(error);
  const shared = { keys: async () => keys, now: () => clock.now, random: randomBytes, report };
  const budgets = new Map([['*', 1_000]]);
  const sending: SendDeps = {
    ...shared,
    table,
    denials: createDenials(),
    email: { budget: undefined, deliver },
    sms: { budgets, deliver },
    guard,
    onSuspect: (suspect) => void suspects.push(suspect),
    onHalfSpent: (budget) => void halfSpent.push(budget.key),
  };
  const verifying: VerifyDeps = {
    ...shared,
    table,
    denials: createDenials(),
    async issueToken() {
      const token = { jwt: randomBytes(24).toString('base64url'), lifetime: 5 * minute };
      tokens.push(token);
      return token;
    },
    prepareToken: async () => undefined,
  };
  const send = createSend(sending, policy);
  const verify = createVerify(verifying, policy);
  return {
    clock,
    table,
    messages,
    tokens,
    reported,
    halfSpent,
    suspects,
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
  const message = both.messages.at(-1);
  if (result.outcome !== 'sent' || !message) throw new Error(`not sent: ${result.outcome}`);
  return { challengeId: result.challengeId, code: message.passcode, lifetime: result.lifetime };
}
