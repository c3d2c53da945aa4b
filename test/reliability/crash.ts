import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { deadline } from '../../lib/core/deadlines.ts';
import { type Millis, second } from '../../lib/core/time.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import type { EndpointName } from '../../lib/http/routes.ts';
import { once } from '../../lib/once.ts';
import { type Container, startContainer } from '../support/lambda/container.ts';
import { brokenBy, sentIn } from './checks.ts';
import type { Path } from './paths.ts';
import { type StartFunctions, startPlay } from './play.ts';
import type { Emulated } from './services.ts';

/** What befalls a process: it is killed, or frozen and thawed when its deadline is over. */
export type Blow = 'killed' | 'frozen';

/** What came of a blow right after one call. */
export interface Struck {
  /** The purposes of the calls that the request made. */
  readonly calls: readonly string[];
  /** Undefined: the process did not live to answer. */
  readonly status: number | undefined;
  readonly sent: boolean;
  readonly broken: readonly string[];
}

const frozenFor: Millis = deadline + second / 2;

/** For what a thawed process may still do when it has answered. */
const settled: Millis = second;

/** When the nth call of a request has been carried out, from 0, its process is struck. A call that is not made: never. */
export async function strike(emulated: Emulated, assets: string, path: Path, blow: Blow, nth: number): Promise<Struck> {
  let serving: Container | undefined;
  const play = await startPlay(
    emulated,
    path.settings,
    inProcesses(assets, (container) => {
      serving = container;
      play.relay.take(); // what the process asked for while it started
    }),
  );
  try {
    const person = await path.prepare(play, path.person());
    await play.restart();
    serving = undefined;
    const before = await play.state();
    play.relay.onAnswer = (call) => {
      if (call === nth && serving) strikers[blow](serving);
    };
    const answer = await path.ask(play, person).catch(() => undefined);
    play.relay.onAnswer = () => {};
    await (blow === 'killed' ? play.restart() : pause(settled));
    const calls = play.relay.take();
    const run = { play, person, answer, calls, before, after: await play.state() };
    return {
      calls: calls.map(({ purpose }) => purpose),
      status: answer?.status,
      sent: sentIn(calls) > 0,
      broken: await brokenBy(path.kind, run),
    };
  } finally {
    await play.close();
  }
}

const strikers: Readonly<Record<Blow, (container: Container) => void>> = {
  killed: (container) => container.signal('SIGKILL'),
  frozen(container) {
    container.signal('SIGSTOP');
    setTimeout(() => container.signal('SIGCONT'), frozenFor);
  },
};

/** The functions as they are deployed, each in a process of its own. Told of the process that serves each request. */
const inProcesses =
  (assets: string, onServe: (container: Container) => void): StartFunctions =>
  (env, clock) => {
    const started: Promise<Container>[] = [];
    function serve(name: EndpointName): Handler {
      const container = once(() => {
        const starting = startContainer(join(assets, name), env);
        started.push(starting);
        return starting;
      });
      return async (event) => {
        const serving = await container();
        onServe(serving);
        const now = clock.ahead === 0 ? undefined : Date.now() + clock.ahead;
        return (await serving.invoke(event, now)) as APIGatewayProxyResult;
      };
    }
    return {
      send: serve('send-login-code'),
      verify: serve('verify-login-code'),
      keySet: serve('well-known'),
      async stop() {
        await Promise.all(started.splice(0).map(async (container) => (await container).stop()));
      },
    };
  };
