import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Millis } from '../../../lib/core/time.ts';
import type { Handler } from '../../../lib/http/chain/endpoint.ts';
import type { Environment } from '../../../lib/settings/reader.ts';
import { type Container, startContainer } from './container.ts';

/** More at once wait, as behind a reserved concurrency. */
const maxContainers = 4;

const started: Container[] = [];

/** As Lambda has it: who comes while every container is busy gets a new one. The first that is free serves next. */
export async function startAsset(folder: string, env: Environment, now: () => Millis): Promise<Handler> {
  const containers: Promise<Container>[] = [];
  const busy = new Set<number>();
  const waiting: (() => void)[] = [];

  async function takeContainer(): Promise<number> {
    while (busy.size === maxContainers) await new Promise<void>((resolve) => waiting.push(resolve));
    const free = Array.from({ length: maxContainers }, (_, i) => i).find((i) => !busy.has(i)) ?? 0;
    busy.add(free);
    return free;
  }

  function release(index: number): void {
    busy.delete(index);
    waiting.shift()?.();
  }

  async function containerAt(index: number): Promise<Container> {
    containers[index] ??= startContainer(folder, env).then((container) => {
      started.push(container);
      return container;
    });
    return containers[index];
  }

  await containerAt(0); // so that a function which cannot be loaded is not started at all
  return async (event) => {
    const index = await takeContainer();
    try {
      return (await (await containerAt(index)).invoke(event, now())) as APIGatewayProxyResult;
    } finally {
      release(index);
    }
  };
}

export async function stopAssets(): Promise<void> {
  await Promise.all(started.splice(0).map((container) => container.stop()));
}
