/**
 * `sam local invoke Send … | npm run sam:verify`: reads Send's answer and, in the inbox of the laptop stack, the code that
 * was sent. Writes .cache/sam/verify.json, an event with which Verify succeeds.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Message } from '../local/mailbox.ts';
import { readPorts } from '../local/ports.ts';

const root = join(import.meta.dirname, '../..');
const [sendEvent = join(root, 'test/events/send-email.json'), file = '.cache/sam/verify.json'] = process.argv.slice(2);

const readEvent = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as { readonly body: string };

/** SAM prints the answer on a line of its own. Whatever else is printed there is not JSON. */
function answerIn(output: string): { readonly statusCode: number; readonly body: string } {
  const line = output.split('\n').findLast((each) => each.startsWith('{'));
  if (line === undefined) throw new Error('Pipe the answer of `sam local invoke Send` into this');
  return JSON.parse(line);
}

async function newestCodeTo(target: string): Promise<string> {
  const url = `http://127.0.0.1:${readPorts(process.env).gateway}/_local/messages`;
  const messages = (await (await fetch(url)).json()) as readonly Message[];
  const message = messages.findLast(({ to }) => to === target);
  const code = /\b\d{6,10}\b/.exec(message?.text ?? '')?.[0];
  if (code === undefined) throw new Error(`The inbox has no code for ${target}: ${url}`);
  return code;
}

async function verifyEvent(): Promise<object> {
  const { statusCode, body } = answerIn(await text(process.stdin));
  const { data, title, detail } = JSON.parse(body);
  if (statusCode !== 200) throw new Error(`Send answered ${statusCode}: ${title}. ${detail}`);
  const target = JSON.parse((await readEvent(sendEvent)).body) as { readonly email?: string; readonly phone?: string };
  const code = await newestCodeTo(target.email ?? target.phone ?? '');
  const event = await readEvent(join(root, 'test/events/verify.json'));
  return { ...event, body: JSON.stringify({ ...target, code, challenge_id: data.challenge_id }) };
}

try {
  const event = await verifyEvent();
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `${JSON.stringify(event, null, 2)}\n`);
  process.stdout.write(`${file}\n`);
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`${message}${cause instanceof Error ? `: ${cause.message}` : ''}\n`);
  process.exitCode = 1;
}
