import { describe, expect, test } from '@jest/globals';
import { second } from '../../../lib/core/time.ts';
import { violationsIn } from './checker.ts';
import type { Answer, History, Message, Operation, Person, Send, Verify } from './history.ts';
import type { Terms } from './terms.ts';

const terms: Terms = {
  callerLimits: [{ max: 3, window: 10 * second }],
  verifyCallerLimits: [{ max: 9, window: 10 * second }],
  targetLimits: [{ max: 2, window: 10 * second }],
  targetCallerLimits: [{ max: 2, window: 10 * second }],
  deviceLimits: [{ max: 1, window: 10 * second }],
  attempts: 3,
  smsBudgets: new Map([['US', 5]]),
  maxSkew: 2 * second,
};

const ada: Person = { address: 'ada@mailbox.example', mailbox: 'ada@mailbox.example', budget: 'email' };
const adaAtWork: Person = { ...ada, address: 'ada+work@mailbox.example' };
const bob: Person = { address: '+12025550123', mailbox: '+12025550123', budget: 'sms#US' };

type Made = { readonly operation: Operation; readonly messages: readonly Message[] };
let ips = 0;

/** A send that took from `at` to `at + lasts`. Its message goes out in the middle; `taken` undefined: none did. */
function sent(
  at: number,
  asked: Partial<Send> = {},
  how: Partial<Answer> & { taken?: boolean; lasts?: number } = {},
): Made {
  const { taken = true, lasts = 100, ...answer } = how;
  const person = asked.person ?? ada;
  const process = 0;
  return {
    operation: {
      process,
      asked: { kind: 'send', person, ip: `ip ${ips++}`, ...asked },
      invoked: at,
      completed: at + lasts,
      answer: { status: 200, challengeId: `challenge ${at}`, ...answer },
    },
    messages: [
      {
        process,
        to: person.address,
        code: `code ${answer.challengeId ?? `challenge ${at}`}`,
        at: at + lasts / 2,
        taken,
      },
    ],
  };
}

const refused = (at: number, asked: Partial<Send> = {}): Made =>
  sent(at, asked, { taken: false, status: 500, problem: 'delivery-failed', challengeId: undefined });

function checked(at: number, asked: Partial<Verify>, answer: Answer | undefined, lasts = 100): Made {
  const its: Verify = { kind: 'verify', person: ada, ip: `ip ${ips++}`, challengeId: 'id', code: 'code id', ...asked };
  return { operation: { process: 1, asked: its, invoked: at, completed: at + lasts, answer }, messages: [] };
}

const token: Answer = { status: 200 };
const over: Answer = { status: 400, problem: 'code-expired' };
const wrong = (attemptsLeft: number): Answer => ({ status: 400, problem: 'code-invalid', attemptsLeft });
const fault: Answer = { status: 500, problem: 'internal-error' };

/** Whatever was sent is counted, save where it is told otherwise. */
function history(made: readonly Made[], counted: Partial<Record<string, number>> = {}): History {
  const messages = made.flatMap((each) => each.messages);
  const inBudget = (person: Person): number =>
    messages.filter(({ taken, to }) => taken && to.startsWith('+') === (person === bob)).length;
  const counters = [ada, bob].map((person) => {
    const total = counted[person.budget] ?? inBudget(person);
    return { budget: person.budget, sent: total, strangers: Math.min(total, 4) };
  });
  return { operations: made.map(({ operation }) => operation), messages, counters };
}

const rulesOf = (...args: Parameters<typeof history>): readonly string[] =>
  violationsIn(history(...args), terms).map(({ rule }) => rule);

describe('limits', () => {
  test('hold where the window, shortened by twice the skew, has no more than it may', () => {
    expect(rulesOf([sent(0), sent(100), sent(6_000), sent(12_000)])).toEqual([]);
  });
  test('are broken by one more in that window', () => {
    expect(rulesOf([sent(0), sent(100), sent(5_800)])).toEqual(['limits']);
  });
  test('hold where one of them may have been counted later, or earlier', () => {
    expect(rulesOf([sent(0), sent(100), sent(5_800, {}, { lasts: 1_000 })])).toEqual([]);
  });
  test('do not count what was refused, or sent to somebody else', () => {
    expect(rulesOf([sent(0), refused(100), sent(200), sent(300, { person: bob })])).toEqual([]);
  });
  test('count all who share a mailbox', () => {
    expect(rulesOf([sent(0), sent(100, { person: adaAtWork }), sent(200)])).toEqual(['limits']);
  });
  test('of strangers do not count a known device', () => {
    const device = { token: 'token', owner: ada.address };
    expect(rulesOf([sent(0), sent(100), sent(200, { device })])).toEqual([]);
  });
  test('of strangers count the device of another person', () => {
    const device = { token: 'token', owner: adaAtWork.address };
    expect(rulesOf([sent(0), sent(100), sent(200, { device })])).toEqual(['limits']);
  });
  test('of a known device are its own', () => {
    const device = { token: 'token', owner: ada.address };
    expect(rulesOf([sent(0, { device }), sent(100, { device })])).toEqual(['limits']);
  });
  test('of a known device say nothing where wrong codes may have locked it', () => {
    const device = { token: 'token', owner: ada.address };
    const guesses = Array.from({ length: 10 }, (_, i) => checked(200 + i, { challengeId: `id ${i}` }, wrong(2)));
    expect(rulesOf([...guesses, sent(0, { device }), sent(100, { device })])).toEqual([]);
  });
  test('of a caller count whomever it asks for', () => {
    const others = ['1', '2', '3', '4'].map((name) => ({ ...ada, address: name, mailbox: name }));
    expect(rulesOf(others.map((person, i) => sent(i, { person, ip: 'one' })))).toEqual(['limits']);
    expect(rulesOf(others.map((person, i) => sent(i, { person })))).toEqual([]);
  });
  test('of a caller who checks codes count every answer, and no denial', () => {
    const many = (answer: Answer) =>
      Array.from({ length: 10 }, (_, i) => checked(i, { ip: 'one', challengeId: `${i}` }, answer));
    expect(rulesOf(many(over))).toEqual(['limits']);
    expect(rulesOf(many({ status: 429, problem: 'caller-throttled' }))).not.toContain('limits');
  });
});

describe('a denial', () => {
  const denied = (at: number, asked: Partial<Send> = {}): Made => {
    const made = sent(at, asked, { status: 429, problem: 'target-throttled', challengeId: undefined });
    return { ...made, messages: [] };
  };
  const lost = ({ operation, messages }: Made): Made => ({ operation: { ...operation, lost: true }, messages });

  test('is due where a limit is reached, in a window that is longer by twice the skew', () => {
    expect(rulesOf([sent(0), sent(100), denied(13_900)])).toEqual([]);
    expect(rulesOf([sent(0), sent(200), denied(14_400)])).toEqual(['denials are due']);
    expect(rulesOf([sent(0), denied(200)])).toEqual(['denials are due']);
  });
  test('is due where it can have counted, though it was answered otherwise', () => {
    expect(rulesOf([sent(0), lost(sent(100)), denied(200)])).toEqual([]);
    expect(rulesOf([sent(0), lost(denied(100)), denied(200)])).toEqual([]);
  });
  test('is not due where a message was refused, and nothing came between', () => {
    expect(rulesOf([sent(0), refused(200), denied(400)])).toEqual(['denials are due']);
    expect(rulesOf([sent(0), refused(200), denied(200), denied(400)])).toEqual([]);
  });
  test('may come from wrong codes, however few are sent', () => {
    const guesses = Array.from({ length: 10 }, (_, i) => checked(200 + i, { challengeId: `id ${i}` }, wrong(2)));
    expect(rulesOf([sent(0), ...guesses, denied(400)])).toEqual([]);
  });
  test('of a caller is due where it has asked, or checked, so often', () => {
    const throttled: Answer = { status: 429, problem: 'caller-throttled' };
    const asks = ['1', '2', '3'].map((name, i) =>
      sent(i, { person: { ...ada, address: name, mailbox: name }, ip: 'one' }),
    );
    const deniedCaller: Made = { ...sent(500, { ip: 'one' }, { ...throttled, challengeId: undefined }), messages: [] };
    expect(rulesOf([...asks, deniedCaller])).toEqual([]);
    expect(rulesOf([...asks.slice(1), deniedCaller])).toEqual(['denials are due']);
    expect(rulesOf([checked(0, { ip: 'one' }, throttled)])).toEqual(['denials are due']);
  });
});

describe('a code', () => {
  const code = sent(0, {}, { challengeId: 'id' });

  test('gives one token', () => {
    expect(rulesOf([code, checked(200, {}, token), checked(200, {}, over)])).toEqual([]);
    expect(rulesOf([code, checked(200, {}, token), checked(200, {}, token)])).toEqual(['single use']);
  });
  test('is judged as often as it has attempts', () => {
    const guesses = [wrong(2), wrong(1), wrong(0)].map((answer) => checked(200, { code: 'wrong' }, answer));
    expect(rulesOf([code, ...guesses, checked(200, {}, over)])).toEqual([]);
    expect(rulesOf([code, ...guesses, checked(200, {}, token)])).toEqual(['attempts']);
  });
  test('never has the same number of attempts left twice', () => {
    const guesses = [wrong(2), wrong(2)].map((answer) => checked(200, { code: 'wrong' }, answer));
    expect(rulesOf([code, ...guesses])).toEqual(['attempts']);
  });
  test('has attempts again where its key was used for a message that was refused', () => {
    const key = { idempotencyKey: 'key' };
    const guesses = [wrong(2), wrong(2)].map((answer) => checked(300, { code: 'wrong' }, answer));
    expect(rulesOf([refused(0, key), sent(200, key, { challengeId: 'id' }), ...guesses])).toEqual([]);
  });
  test('is not judged for another person', () => {
    expect(rulesOf([code, checked(200, { person: adaAtWork }, over)])).toEqual([]);
    expect(rulesOf([code, checked(200, { person: adaAtWork }, wrong(2))])).toEqual(['another person']);
    expect(rulesOf([code, checked(200, { person: adaAtWork }, token)])).toEqual(['another person']);
  });
  test('works once it was sent', () => {
    expect(rulesOf([code, checked(200, {}, over)])).toEqual(['a code that was sent works']);
  });
  test.each([
    ['somebody may have used it', [checked(100, {}, fault)]],
    ['somebody is using it', [checked(250, {}, token)]],
    ['its attempts may be gone', [0, 1, 2].map((left) => checked(150, { code: 'wrong' }, wrong(left)))],
  ])('may be over where %s', (_, others) => {
    expect(rulesOf([code, ...others, checked(200, {}, over)])).toEqual([]);
  });
  test('may be over where it is wrong, or was not sent yet', () => {
    expect(rulesOf([code, checked(200, { code: 'wrong' }, over)])).toEqual([]);
    expect(rulesOf([code, checked(50, {}, over)])).toEqual([]);
  });
});

test('requests with one key send one message, however often one is refused before', () => {
  const key = { idempotencyKey: 'key' };
  const repeat = sent(300, key, { challengeId: 'id', replayed: true });
  expect(rulesOf([refused(0, key), sent(200, key, { challengeId: 'id' }), { ...repeat, messages: [] }])).toEqual([]);
  expect(rulesOf([sent(200, key, { challengeId: 'id' }), sent(400, key, { challengeId: 'id' })])).toEqual([
    'one message a key',
  ]);
  expect(rulesOf([sent(200, key), sent(400, { ...key, person: bob })])).toEqual([]);
});

test('a device is known to one person', () => {
  const nameOf = (device: string, day: number): string =>
    Buffer.concat([Buffer.from([1, 0, day]), Buffer.from(device.padEnd(12)), Buffer.alloc(16, day)]).toString(
      'base64url',
    );
  const signIn = (person: Person, deviceToken: string): Made =>
    checked(200, { person, challengeId: person.address }, { ...token, deviceToken });
  expect(rulesOf([signIn(ada, nameOf('laptop', 1)), signIn(ada, nameOf('laptop', 2))])).toEqual([]);
  expect(rulesOf([signIn(ada, nameOf('laptop', 1)), signIn(adaAtWork, nameOf('phone', 1))])).toEqual([]);
  expect(rulesOf([signIn(ada, nameOf('laptop', 1)), signIn(adaAtWork, nameOf('laptop', 1))])).toEqual([
    'a device is known to one person',
  ]);
});

describe('a budget', () => {
  const person = bob;
  const texts = (count: number): Made[] => Array.from({ length: count }, (_, i) => sent(i * 20_000, { person }));

  test('counts what was sent, and no more', () => {
    expect(rulesOf([...texts(2), refused(90_000, { person })])).toEqual([]);
    expect(rulesOf([...texts(2), refused(90_000, { person })], { 'sms#US': 3 })).toEqual(['budgets are given back']);
    expect(rulesOf(texts(2), { 'sms#US': 1 })).toEqual(['budgets are kept']);
  });
  test('may count what failed, was tried again, or took too long, twice', () => {
    const failed = checked(0, {}, fault);
    const { messages, operation } = sent(90_000, { person });
    const unknown = { messages: [], operation: { ...operation, answer: failed.operation.answer } };
    expect(rulesOf([...texts(1), unknown], { 'sms#US': 3 })).toEqual([]);
    expect(rulesOf([{ messages, operation: { ...operation, retried: true } }], { 'sms#US': 3 })).toEqual([]);
    expect(rulesOf([sent(0, { person }, { lasts: 6_000 })], { 'sms#US': 3 })).toEqual([]);
    expect(rulesOf([sent(0, { person }, { lasts: 6_000 })], { 'sms#US': 4 })).toEqual(['budgets are given back']);
  });
  test('is never passed, and strangers take their part of it', () => {
    expect(rulesOf(texts(5))).toEqual([]);
    expect(rulesOf(texts(6))).toEqual(['budgets are kept']);
    const counters = [{ budget: 'sms#US', sent: 5, strangers: 5 }];
    const found = violationsIn({ ...history(texts(5)), counters }, terms);
    expect(found.map(({ rule }) => rule)).toEqual(['budgets are kept']);
  });
});
