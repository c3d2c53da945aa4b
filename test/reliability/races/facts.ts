import type { Millis } from '../../../lib/core/time.ts';
import type { History, Message, Operation, Person, Send, Verify } from './history.ts';

export type Rule =
  | 'limits'
  | 'denials are due'
  | 'single use'
  | 'attempts'
  | 'another person'
  | 'a device is known to one person'
  | 'a code that was sent works'
  | 'one message a key'
  | 'budgets are kept'
  | 'budgets are given back';

export interface Violation {
  readonly rule: Rule;
  readonly what: string;
  /** When the last operation that it takes was over. */
  readonly at: Millis;
}

/** A send, and what SES or SNS was asked meanwhile in its name. */
export interface Sending extends Operation<Send> {
  readonly messages: readonly Message[];
}

/** All that is known of one `challenge_id`. */
export interface Challenge {
  readonly id: string;
  readonly person: Person;
  /** Answered with this id. */
  readonly sendings: readonly Sending[];
  readonly verifies: readonly Operation<Verify>[];
  /** Somebody else can have had this id: by an `Idempotency-Key` whose first message was refused, or of unknown fate. */
  readonly isSecond: boolean;
}

/** The history, put together. */
export interface Facts {
  readonly sendings: readonly Sending[];
  readonly verifies: readonly Operation<Verify>[];
  readonly challenges: ReadonlyMap<string, Challenge>;
}

const isSend = (operation: Operation): operation is Operation<Send> => operation.asked.kind === 'send';
const isVerify = (operation: Operation): operation is Operation<Verify> => operation.asked.kind === 'verify';

/** Each process does one thing at a time, so its messages belong to what it does. */
export function factsOf({ operations, messages }: History): Facts {
  const byProcess = Map.groupBy(messages, ({ process }) => process);
  const sendings = operations.filter(isSend).map((operation): Sending => {
    const { process, invoked, completed, asked } = operation;
    const its = (byProcess.get(process) ?? []).filter(
      ({ at, to }) => at >= invoked && at <= completed && to === asked.person.address,
    );
    return { ...operation, messages: its };
  });
  const verifies = operations.filter(isVerify);
  return { sendings, verifies, challenges: challengesOf(sendings, verifies) };
}

function challengesOf(sendings: readonly Sending[], verifies: readonly Operation<Verify>[]): Facts['challenges'] {
  const byKey = Map.groupBy(sendings, keyOf);
  const byId = Map.groupBy(verifies, ({ asked }) => asked.challengeId);
  const named = Map.groupBy(sendings, ({ answer }) => answer?.challengeId);
  return new Map(
    [...named].flatMap(([id, its]) => {
      const [first] = its;
      if (id === undefined || !first) return [];
      const ofKeys = its.flatMap((sending) => (sending.asked.idempotencyKey ? (byKey.get(keyOf(sending)) ?? []) : []));
      const isSecond = ofKeys.some((sending) => isUnknown(sending) || sending.messages.some(({ taken }) => !taken));
      const { person } = first.asked;
      return [[id, { id, person, sendings: its, verifies: byId.get(id) ?? [], isSecond }]];
    }),
  );
}

/** Equal where a request repeats another one. */
export const keyOf = ({ asked: { person, idempotencyKey } }: Operation<Send>): string =>
  `${person.address} ${idempotencyKey}`;

/** A fault in the middle: what it counted, stored or sent, nobody can tell. That a message was refused is told apart. */
export const isUnknown = ({ answer }: Operation): boolean =>
  answer === undefined ||
  (answer.status >= 500 && (answer.problem !== 'delivery-failed' || answer.challengeId !== undefined));

export const isSent = ({ messages }: Sending): boolean => messages.some(({ taken }) => taken);

/** A device counts as known to the person who got its token, and to nobody else. */
export const isStranger = ({ asked: { device, person } }: Operation<Send>): boolean =>
  device === undefined || device.owner !== person.address;
