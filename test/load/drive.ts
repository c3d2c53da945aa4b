import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '../../infra/local/mailbox.ts';
import { type Millis, second } from '../../lib/core/time.ts';
import { routes } from '../../lib/http/routes.ts';
import { call } from './client.ts';
import type { Measured } from './measure.ts';
import { hotAddresses, hotOneIn, readMailEvery, type Step } from './plan.ts';

interface Waiting {
  readonly caller: number;
  readonly challengeId: string;
}

/** People who sign in at the stack: they ask at the times that the plan says, however long answers take. */
export function createCrowd(url: string) {
  const waiting = new Map<string, Waiting>();
  const running = new Set<Promise<void>>();
  let nth = randomInt(1_000_000_000);
  let measured: Measured[] = [];

  return { play, settle };

  /** Tells of each second what was measured in it. */
  async function play({ rate, lasts }: Step, onSecond: (measured: readonly Measured[]) => void): Promise<void> {
    const began = performance.now();
    let told = began + second;
    let mailAt = began + readMailEvery;
    for (let due = began; due < began + lasts; due += second / rate) {
      while (performance.now() < due) await pause(Math.max(1, due - performance.now()));
      run(ask(due));
      if (performance.now() >= mailAt) {
        mailAt += readMailEvery;
        run(readMail());
      }
      if (performance.now() >= told) {
        told += second;
        onSecond(take());
      }
    }
    onSecond(take());
  }

  /** Until nobody waits for an answer any more. */
  async function settle(): Promise<readonly Measured[]> {
    for (let round = 0; round < 3; round++) {
      run(readMail());
      while (running.size > 0) await Promise.all(running);
    }
    return take();
  }

  function take(): readonly Measured[] {
    const taken = measured;
    measured = [];
    return taken;
  }

  function run(work: Promise<void>): void {
    const tracked = work.finally(() => running.delete(tracked));
    running.add(tracked);
  }

  async function ask(due: Millis): Promise<void> {
    const caller = nth++;
    const isHot = randomInt(hotOneIn) === 0;
    const email = isHot ? `hot-${randomInt(hotAddresses)}@example.com` : `load-${caller}@example.com`;
    const { status, body } = await call(url + routes.sendLoginCode.path, { body: { email }, caller });
    measured.push({ kind: 'send', status, took: performance.now() - due });
    // Whose mail to a hot address was which, nobody can tell.
    if (status === 200 && !isHot) waiting.set(email, { caller, challengeId: body.data.challenge_id });
  }

  async function readMail(): Promise<void> {
    const { body: messages = [] } = await call(`${url}/_local/messages`, { method: 'GET' });
    await call(`${url}/_local/messages`, { method: 'DELETE' });
    for (const message of messages as readonly Message[]) run(answer(message));
  }

  async function answer({ to, text }: Message): Promise<void> {
    const asked = waiting.get(to);
    const [code] = /\b\d{6}\b/.exec(text) ?? [];
    if (!asked || !waiting.delete(to)) return;
    const { caller, challengeId } = asked;
    const began = performance.now();
    const { status } = await call(url + routes.verifyLoginCode.path, {
      body: { email: to, code, challenge_id: challengeId },
      caller,
    });
    measured.push({ kind: 'verify', status, took: performance.now() - began });
  }
}
