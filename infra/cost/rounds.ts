import type { WaitName } from './waits.ts';

/** Which wait each call of an AWS service is. */
const waitOf = {
  UpdateItem: 'dynamodb',
  PutItem: 'dynamodb',
  SendEmail: 'ses',
  Publish: 'sns',
  Sign: 'kms',
} as const satisfies Record<string, WaitName>;

type Call = keyof typeof waitOf;

const caller: readonly Call[] = ['UpdateItem'];
const target: readonly Call[] = ['UpdateItem', 'PutItem'];
const block: readonly Call[] = ['UpdateItem'];
const budget: readonly Call[] = ['UpdateItem'];

/**
 * The calls of a request, by how it ends. Those of one round go out together, and the next round waits for them.
 * `denied` is by the target's limit, the dearest denial. A test plays each against services that answer no call before
 * its round is complete.
 */
export const rounds = {
  email: [caller, target, budget, ['SendEmail']],
  sms: [caller, target, block, budget, ['Publish']],
  denied: [caller, target],
  denied_caller: [caller],
  denied_warm: [],
  verified: [caller, ['UpdateItem'], ['Sign'], ['UpdateItem', 'UpdateItem']],
} as const satisfies Record<string, readonly (readonly Call[])[]>;

export type End = keyof typeof rounds;

/** What a request waits for, one after the other. No round mixes services. */
export const waitsOf = (end: End): readonly WaitName[] =>
  rounds[end].flatMap(([call]) => (call === undefined ? [] : [waitOf[call]]));
