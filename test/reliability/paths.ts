import { minCap } from '../../lib/core/guard.ts';
import { type Millis, minute } from '../../lib/core/time.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { someEmail, someIp, somePhone } from '../support/people.ts';
import type { FaultName } from './faults.ts';
import type { Answer, Play } from './play.ts';

/** Somebody who asks for a code, with what they have kept. */
export interface Person {
  readonly address: { readonly email: string } | { readonly phone: string };
  readonly ip: string;
  readonly deviceToken?: string;
  /** The challenge they hold, and its code. */
  readonly challengeId?: string;
  readonly code?: string;
}

/** One way through a function. */
export interface Path {
  readonly title: string;
  readonly kind: 'send' | 'verify' | 'read';
  readonly settings: Environment;
  readonly person: () => Person;
  /** Meets these calls whatever else happens: the path that is looked at is that of the refusal. */
  readonly always?: Readonly<Record<string, FaultName>>;
  /** What happened before. The request itself meets fresh containers. */
  readonly prepare: (play: Play, person: Person) => Promise<Person>;
  readonly ask: (play: Play, person: Person) => Promise<Answer>;
  /** What it is answered when nothing fails. */
  readonly answered: number;
}

const endUserMessaging: Environment = { SMS_SERVICE: 'end-user-messaging', SMS_FEEDBACK: 'on' };
const oneSecret: Environment = { LOGIN_CODE_SECRET: 's'.repeat(48), INDEX_SECRET_ARN: '', CODE_SECRET_ARN: '' };

const later: Millis = 2 * minute;

const emailPerson = (): Person => ({ address: { email: someEmail() }, ip: someIp() });
const phonePerson = (): Person => ({ address: { phone: somePhone() }, ip: someIp() });

const nothing = async (_: Play, person: Person): Promise<Person> => person;

/** Asks for a code without a fault, and reads it. */
export async function getCode(play: Play, person: Person): Promise<Person> {
  play.relay.take();
  const { status, body } = await sendTo(play, person);
  const code = play.relay.take().find(({ code, done }) => code && done)?.code;
  if (status !== 200 || !code) throw new Error(`No code came: ${status}`);
  return { ...person, challengeId: body.data.challenge_id, code };
}

async function getDevice(play: Play, person: Person): Promise<Person> {
  const { status, body } = await verifyFor(play, await getCode(play, person));
  if (status !== 200) throw new Error(`The device is not known: ${status}`);
  play.clock.ahead += later;
  return { ...person, deviceToken: body.data.device_token };
}

async function getCodeEarlier(play: Play, person: Person): Promise<Person> {
  const held = await getCode(play, person);
  play.clock.ahead += later;
  return held;
}

/** So many texts to numbers beside it that one more is suspect. */
async function sendToItsBlock(play: Play, person: Person): Promise<Person> {
  if (!('phone' in person.address)) throw new Error('Only numbers have blocks');
  const block = person.address.phone.slice(0, -4);
  for (let nth = 0; nth < minCap.block; nth++)
    await getCode(play, { address: { phone: `${block}000${nth}` }, ip: someIp() });
  return person;
}

export const sendTo = (play: Play, { address, ip, deviceToken, challengeId }: Person, headers = {}): Promise<Answer> =>
  play.send({ ...address, device_token: deviceToken, challenge_id: challengeId }, { ip, headers });

export const verifyFor = (play: Play, { address, ip, challengeId, code }: Person): Promise<Answer> =>
  play.verify({ ...address, challenge_id: challengeId, code }, { ip });

/** As a client repeats a request whose answer it has lost. */
export const withKey = { 'Idempotency-Key': '"0123456789abcdef-reliability"' };

const send = { kind: 'send', prepare: nothing, ask: sendTo, answered: 200, settings: oneSecret } as const;
const verify = { kind: 'verify', prepare: getCode, ask: verifyFor, answered: 200, settings: oneSecret } as const;
const wrongCode = ({ code = '' }: Person): string => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;

export const paths: readonly Path[] = [
  { ...send, title: 'send an email, in a fresh container', person: emailPerson, settings: {} },
  { ...send, title: 'send a text by SNS', person: phonePerson, settings: oneSecret },
  {
    ...send,
    title: 'send a text by End User Messaging',
    person: phonePerson,
    settings: { ...oneSecret, ...endUserMessaging },
  },
  {
    ...send,
    title: 'send a text to a number block that the guard only watches',
    person: phonePerson,
    prepare: sendToItsBlock,
    settings: { ...oneSecret, SMS_GUARD: 'watch' },
  },
  { ...send, title: 'send an email to a known device', person: emailPerson, prepare: getDevice },
  { ...send, title: 'send the same code again', person: emailPerson, prepare: getCodeEarlier },
  {
    ...send,
    title: 'send an email, with an Idempotency-Key',
    person: emailPerson,
    ask: (play, person) => sendTo(play, person, withKey),
  },
  {
    ...send,
    title: 'send an email that SES refuses',
    person: emailPerson,
    always: { 'send the message': 'missing' },
    answered: 500,
  },
  { ...verify, title: 'check a code, in a fresh container', person: emailPerson, settings: {} },
  { ...verify, title: 'check a code that came by SNS', person: phonePerson, settings: oneSecret },
  {
    ...verify,
    title: 'check a code that came by End User Messaging',
    person: phonePerson,
    settings: { ...oneSecret, ...endUserMessaging },
  },
  {
    ...verify,
    title: 'check the code of a known device',
    person: emailPerson,
    prepare: async (play, person) => getCode(play, await getDevice(play, person)),
  },
  {
    ...verify,
    title: 'check a wrong code',
    person: emailPerson,
    ask: (play, person) => verifyFor(play, { ...person, code: wrongCode(person) }),
    answered: 400,
  },
  {
    title: 'publish the keys',
    kind: 'read',
    settings: oneSecret,
    person: emailPerson,
    prepare: nothing,
    ask: (play) => play.keySet(),
    answered: 200,
  },
];
