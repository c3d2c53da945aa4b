import { type ChildProcessWithoutNullStreams, execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { kill, port, ready, startLaptop } from './laptop.ts';
import { someEmail } from './people.ts';

/** The laptop stack's inbox, as tests use it. */
export const url = `http://127.0.0.1:${port}`;

export const send = (body: object) =>
  fetch(`${url}/auth/send-login-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Mail that is not ours, straight to where SES is played. */
export const sendMail = (subject: string, html: string) =>
  fetch(`http://127.0.0.1:${port + 2}/v2/email/outbound-emails`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'AWS4-HMAC-SHA256' },
    body: JSON.stringify({
      FromEmailAddress: 'login@example.com',
      Destination: { ToAddresses: [someEmail()] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Html: { Data: html }, Text: { Data: 'Hello' } } } },
    }),
  });

const emptyInbox = () => fetch(`${url}/_local/messages`, { method: 'DELETE' });

/** A stack with these settings for all tests of a file. Each finds its inbox empty. */
export function startForAll(env: NodeJS.ProcessEnv): void {
  let stack: ChildProcessWithoutNullStreams;
  beforeAll(async () => {
    stack = startLaptop(port, env);
    await ready(stack);
  });
  afterAll(() => kill(stack));
  beforeEach(emptyInbox);
}

export const messages = async () => (await fetch(`${url}/_local/messages`)).json() as Promise<Record<string, string>[]>;

/** Of the newest message to this address. */
export const codeTo = async (to: string): Promise<string | undefined> =>
  (await messages()).findLast((message) => message.to === to)?.text?.match(/\b\d{6}\b/)?.[0];

export const wrong = (code = ''): string => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;

/** `before` runs in the page ahead of its own script. */
export async function openInbox(browser: Browser, options: BrowserContextOptions = {}, before = ''): Promise<Page> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  await context.addInitScript(before);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

export async function ask(page: Page, to: string, language = ''): Promise<void> {
  await page.getByLabel('Email or phone').fill(to);
  await page.getByLabel('Language').selectOption(language);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

export const clipboard = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

export const said = (page: Page, words: string) => page.getByRole('status').getByText(words, { exact: true }).waitFor();

export const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');

/** What a shell makes of the command, its name first. */
export const argumentsOf = (command: string): readonly string[] =>
  execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' }).split('\0');
