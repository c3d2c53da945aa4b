import type { APIGatewayProxyEvent } from 'aws-lambda';
import { requestsPerStart, type StartTiming, type Timing } from '../../infra/cost/billed.ts';
import type { Assets, Half } from './assets.ts';
import type { Cold } from './cold.ts';
import { environmentFor } from './environment.ts';
import type { OursQuestion, OursReply } from './ours.ts';
import { startWorker, type Worker } from './process.ts';
import { median } from './statistics.ts';
import type { StubQuestion, StubReply } from './stub.ts';

interface Bench {
  readonly assets: Assets;
  readonly stub: Worker<StubQuestion, StubReply>;
  readonly verification: APIGatewayProxyEvent;
}

/**
 * Processor time of a request, in ms: the mean of all but the first that a process serves in its life, which is as long as
 * what is billed says. More than in a process that has served thousands, since V8 has compiled little yet.
 */
export async function measureProcessor(
  { assets, stub, verification }: Bench,
  processes: number,
): Promise<Timing['request']> {
  const { url } = await stub.ask({ denied: '' });
  return {
    email: await measure('send', { channel: 'email' }),
    sms: await measure('send', { channel: 'sms' }),
    denied: await measure('send', { channel: 'email' }, 'target#'),
    denied_caller: await measure('send', { channel: 'email' }, 'caller#'),
    denied_warm: await measure('send', { channel: 'email', person: 2 }, 'caller#'),
    verified: await measure('verify', { channel: 'email', event: verification }),
  };

  async function measure(half: Half, question: Omit<OursQuestion, 'requests'>, denied: StubQuestion['denied'] = '') {
    const runs: number[] = [];
    for (let i = 0; i < processes; i++) {
      await using worker = startWorker<OursQuestion, OursReply>(
        'ours.ts',
        [assets.ours[half]],
        environmentFor(assets.ours[half], url),
      );
      await stub.ask({ denied });
      await worker.ask({ ...question, requests: 1 });
      const { cpuUs, statuses } = await worker.ask({ ...question, requests: requestsPerStart - 1 });
      if (statuses.join() !== (denied ? '429' : '200')) throw new Error(`${half} was answered ${statuses}`);
      runs.push(cpuUs / 1_000);
      await stub.ask({ denied: '' }); // forgets what it recorded
    }
    return median(runs);
  }
}

export const startOf = ({ ours: { initMs, firstCpuMs } }: Cold): StartTiming => ({ initMs, firstMs: firstCpuMs });
