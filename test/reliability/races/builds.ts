// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source

import type { Rule } from './facts.ts';

/** The product with one fault put into its source. */
export interface Build {
  readonly name: string;
  /** In a sentence for docs/reliability.md. */
  readonly what: string;
  readonly file: string;
  /** Each of these texts stands in the file once. */
  readonly replaced: readonly (readonly [from: string, to: string])[];
  /** What has to catch it. */
  readonly rule: Rule;
}

const windows = 'lib/aws/windows.ts';
const challenges = 'lib/aws/challenges.ts';

/** Clauses are made true in place of removed: DynamoDB refuses a value that no clause uses. */
export const builds: readonly Build[] = [
  {
    name: 'limit-clause',
    what: 'the clause of the limits is dropped from the hit',
    file: windows,
    replaced: [
      [
        '...limits.map(({ max }, i) => hasRoom(sentAt, max, `:start${i}`)),',
        '...limits.map(({ max }, i) => `(${hasRoom(sentAt, max, `:start${i}`)} OR attribute_exists(${lastHit}))`),',
      ],
    ],
    rule: 'limits',
  },
  {
    name: 'hit-kept',
    what: 'the hit of a message that was refused is not taken back',
    file: 'lib/flows/admit.ts',
    replaced: [['() => table.withdraw(window, hitId),', 'async () => {},']],
    rule: 'denials are due',
  },
  {
    name: 'counted-after-delivery',
    what: 'a person is only looked up before, and counted after the delivery',
    file: windows,
    replaced: [
      [
        'async function hit(window: Window, now: Millis, hitId: string): Promise<Hit> {',
        `async function hit(window: Window, now: Millis, hitId: string, isDelivered = false): Promise<Hit> {
          if (window.lock && !isDelivered) {
            const item = windowItemOf(await items.read(window.key));
            const times = timesOf(item, window);
            const denial = denialOf(window, times, now);
            if (denial) return { accepted: false, times, denial };
            setTimeout(() => hit(window, now, hitId, true).catch(() => {}), 300);
            return { accepted: true, hits: item.hits };
          }`,
      ],
    ],
    rule: 'limits',
  },
  {
    name: 'wrong-person',
    what: "a device is checked against the mailbox, not the person: ada's is known to ada+work",
    file: 'lib/flows/admit.ts',
    replaced: [
      [
        'readDeviceToken(deviceToken, index, target.canonical, policy.devices, now())',
        'readDeviceToken(deviceToken, index, target.countedAs as never, policy.devices, now())',
      ],
    ],
    rule: 'a device is known to one person',
  },
  {
    name: 'attempt-after-comparison',
    what: 'an attempt is taken after the comparison',
    file: 'lib/flows/verify.ts',
    replaced: [
      [
        'const challenge = await table.takeAttempt(key, targetMac(index, target.canonical), now(), attemptId);',
        `const read = await (table as any).readChallenge(key);
        const mayBeTried = read && !read.used && read.attemptsLeft > 0;
        const challenge = mayBeTried ? { ...read, attemptsLeft: read.attemptsLeft - 1 } : undefined;`,
      ],
      [
        'await table.recordFailure(window, now());',
        `await table.takeAttempt(key, targetMac(index, target.canonical), now(), attemptId);
        await table.recordFailure(window, now());`,
      ],
    ],
    rule: 'attempts',
  },
  {
    name: 'used-clause',
    what: 'the clause that a code is not used yet is dropped where it is used up',
    file: challenges,
    replaced: [
      [
        'ConditionExpression: `${issuedBy} = :by AND attribute_not_exists(${usedBy})`,',
        'ConditionExpression: `${issuedBy} = :by`,',
      ],
    ],
    rule: 'single use',
  },
  {
    name: 'person-clause',
    what: 'the clause of whose challenge it is is dropped where an attempt is taken',
    file: challenges,
    replaced: [['`${targetMac} = :target`,', '`(${targetMac} = :target OR attribute_exists(${targetMac}))`,']],
    rule: 'another person',
  },
  {
    name: 'key-clause',
    what: 'a challenge is stored over one that lives',
    file: challenges,
    replaced: [
      [
        '`attribute_not_exists(${validUntil}) OR ${validUntil} <= :now`,',
        '`attribute_not_exists(${validUntil}) OR ${validUntil} <= :now OR attribute_exists(${validUntil})`,',
      ],
    ],
    rule: 'one message a key',
  },
  {
    name: 'unconditional-delete',
    what: "the delete of a challenge is unconditional: when its answer is lost, the second try removes another's",
    file: challenges,
    replaced: [
      [
        'await items.remove(key, {\n      ConditionExpression: `${issuedBy} = :by`,',
        'await items.remove(key, {\n      ConditionExpression: `${issuedBy} = :by OR attribute_exists(${issuedBy})`,',
      ],
    ],
    rule: 'a code that was sent works',
  },
  {
    name: 'budget-clause',
    what: "the clause of the strangers' part is dropped where a budget is spent",
    file: 'lib/aws/budgets.ts',
    replaced: [["absentOr(strangers, '< :part')", "absentOr(strangers, '< :part OR attribute_exists(sent)')"]],
    rule: 'budgets are kept',
  },
  {
    name: 'nothing-given-back',
    what: 'nothing is given back after a refused delivery',
    file: 'lib/flows/send.ts',
    replaced: [["if (delivery === 'not-sent') await ledger.giveBack();", '']],
    rule: 'budgets are given back',
  },
];
