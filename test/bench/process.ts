import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';

/** A process that is asked one thing after the other. */
export interface Worker<Question extends object, Reply> extends AsyncDisposable {
  ask(question: Question): Promise<Reply>;
}

/** `script` is of this folder. What it writes goes to the file `output`. */
export function startWorker<Question extends object, Reply>(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output = devNull,
): Worker<Question, Reply> {
  const written = openSync(output, 'a');
  const child = fork(join(import.meta.dirname, script), args, { env, stdio: ['ignore', written, 'inherit', 'ipc'] });
  closeSync(written);
  return {
    async ask(question) {
      const settled = new AbortController();
      const { signal } = settled;
      const answered = Promise.race([once(child, 'message', { signal }), failure(signal)]);
      child.send(question);
      const [reply] = await answered.finally(() => settled.abort());
      return reply as Reply;
    },
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };

  async function failure(signal: AbortSignal): Promise<never> {
    await once(child, 'exit', { signal });
    throw new Error(`${script} ended before it answered`);
  }
}

/** In the process itself. It ends when nobody can ask any more. */
export function answer<Question, Reply>(reply: (question: Question) => Promise<Reply>): void {
  process.on('message', async (question) => process.send?.(await reply(question as Question)));
}
