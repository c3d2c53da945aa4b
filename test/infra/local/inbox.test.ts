import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { launchBrowser } from '../../../infra/tools/gallery/browser.ts';
import { locales } from '../../../lib/locales/locales.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';
import { someEmail, somePhone } from '../../support/people.ts';
import { secret } from '../../support/recorded.ts';

const url = `http://127.0.0.1:${port}`;

let stack: ChildProcessWithoutNullStreams;
beforeAll(async () => {
  stack = startLaptop(port, { CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off' });
  await ready(stack);
});
afterAll(() => kill(stack));
beforeEach(async () => {
  await fetch(`${url}/_local/messages`, { method: 'DELETE' });
});

const send = (body: object) =>
  fetch(`${url}/auth/send-login-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Mail that is not ours, straight to where SES is played. */
const sendMail = (subject: string, html: string) =>
  fetch(`http://127.0.0.1:${port + 2}/v2/email/outbound-emails`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'AWS4-HMAC-SHA256' },
    body: JSON.stringify({
      FromEmailAddress: 'login@example.com',
      Destination: { ToAddresses: [someEmail()] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Html: { Data: html }, Text: { Data: 'Hello' } } } },
    }),
  });

const messages = async () => (await fetch(`${url}/_local/messages`)).json() as Promise<Record<string, string>[]>;

const codeTo = async (to: string): Promise<string | undefined> =>
  (await messages()).find((message) => message.to === to)?.text?.match(/\b\d{6}\b/)?.[0];

test('the page offers every language there are words for, and no other', async () => {
  const page = await (await fetch(`${url}/`)).text();
  const offered = [...page.matchAll(/<option value="([^"]+)"/g)].map(([, tag]) => tag);
  expect(offered.toSorted()).toEqual(locales.toSorted());
});

test('neither page nor mail is kept by a browser, guessed at, or allowed more than it needs', async () => {
  await send({ email: someEmail() });
  for (const path of [
    '/',
    '/try',
    '/_local/style.css',
    '/_local/script.js',
    '/_local/messages',
    '/_local/messages/0/html',
  ]) {
    const { status, headers } = await fetch(`${url}${path}`);
    expect([path, status, headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      path,
      200,
      'no-store',
      'nosniff',
    ]);
  }
  const policy = async (path: string) => (await fetch(`${url}${path}`)).headers.get('content-security-policy');
  expect(await policy('/')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(await policy('/_local/messages/0/html')).toMatch(/^sandbox; default-src 'none'; style-src 'unsafe-inline';/);
});

test('what there is no mail of is not found', async () => {
  await send({ phone: somePhone() });
  for (const path of ['/_local/messages/0/html', '/_local/messages/1/html', '/_local/nothing', '/_local/toString']) {
    expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 404]);
  }
});

if (whyNoBrowser) test.skip(`the page in a browser: ${whyNoBrowser}`, () => {});
else describe('in a browser', inBrowser);

function inBrowser(): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(() => browser.close());

  /** `before` runs in the page ahead of its own script. */
  async function open(options: BrowserContextOptions = {}, before = ''): Promise<Page> {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
    await context.addInitScript(before);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  async function ask(page: Page, to: string, language = ''): Promise<void> {
    await page.getByLabel('Email or phone').fill(to);
    await page.getByLabel('Language').selectOption(language);
    await page.getByRole('button', { name: 'Send' }).click();
  }

  const clipboard = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

  const said = (page: Page, words: string) => page.getByRole('status').getByText(words, { exact: true }).waitFor();

  /** As the one who has no mouse does, seeing all the way where they are. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
      if ((await page.evaluate('document.activeElement.textContent')) === name) return;
    }
    throw new Error(`Tab does not lead to ${name}`);
  }

  test('the whole flow can be done by keyboard, from the address to the token copied', async () => {
    const page = await open();
    const to = someEmail();
    await page.keyboard.press('Tab');
    await page.keyboard.type(to);
    await page.keyboard.press('Enter');
    await page.getByRole('article').waitFor();
    await tabTo(page, 'Copy code');
    await page.keyboard.press('Enter');
    await said(page, 'Copied.');
    expect(await clipboard(page)).toBe(await codeTo(to));

    await page.getByLabel('Code sent to').focus();
    await page.keyboard.press('Control+V');
    await page.keyboard.press('Enter');
    await said(page, 'Right. Here is the token.');
    await tabTo(page, 'Copy token');
    await page.keyboard.press('Enter');
    await page.locator('#copy-token', { hasText: 'Copied' }).waitFor();
    expect(await clipboard(page)).toBe(await page.locator('#token').textContent());
  });

  test.each([
    ['email', someEmail, 'email'],
    ['SMS', somePhone, 'phone_number'],
  ])(
    'an address and a code by %s lead to the decoded token, without the page being loaded again',
    async (_, someone, claim) => {
      const page = await open();
      await page.evaluate('window.isTheSame = true');
      const to = someone();
      await ask(page, to);
      const field = page.getByLabel('Code sent to');
      await field.waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('code');
      expect([await field.getAttribute('autocomplete'), await field.getAttribute('inputmode')]).toEqual([
        'one-time-code',
        'numeric',
      ]);
      const code = (await codeTo(to)) ?? '';
      await field.fill(`${(Number(code[0]) + 1) % 10}${code.slice(1)}`);
      await page.keyboard.press('Enter');
      await said(page, 'Wrong. 4 attempts are left.');

      await page.evaluate(`navigator.clipboard.writeText(' ${code.slice(0, 3)} - ${code.slice(3)} ')`);
      await page.keyboard.press('Control+V'); // over the wrong one, which is selected
      await page.getByRole('button', { name: 'Sign in' }).click();
      await said(page, 'Right. Here is the token.');
      const shown = (name: string) => page.getByRole('row', { name }).getByRole('cell').first().textContent();
      expect([await shown('alg'), await shown(claim), await shown(`${claim}_verified`)]).toEqual(['RS256', to, 'true']);
      const keys = createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`));
      const token = secret((await page.locator('#token').textContent()) ?? '');
      expect((await jwtVerify(token, keys)).payload.sub).toBe(await shown('sub'));
      expect([await field.isVisible(), await page.evaluate('window.isTheSame')]).toEqual([false, true]);
    },
  );

  test.each([
    ['', 'Email or phone number', 'Send me a code', 'Sign in'],
    ['?lang=ar', 'البريد الإلكتروني أو رقم الهاتف', 'إرسال الرمز', 'تسجيل الدخول'],
  ])('/try%s signs in with the element, under the policy of the page', async (query, address, sendButton, signIn) => {
    const page = await open();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${url}/try${query}`);
    const to = someEmail();
    await page.getByLabel(address).fill(to);
    await page.getByRole('button', { name: sendButton }).click();
    await page.locator('login-code #code').waitFor();
    await page.locator('login-code #code').fill((await codeTo(to)) ?? '');
    await page.getByRole('button', { name: signIn }).click();
    const claim = page.getByRole('row', { name: 'email' }).first().getByRole('cell').first();
    expect(await claim.textContent()).toBe(to);
    expect(complaints).toEqual([]);
  });

  test('a code that is over is said to be, and another can be asked for', async () => {
    const page = await open();
    const email = someEmail();
    await ask(page, email);
    const field = page.getByLabel('Code sent to');
    await field.waitFor();
    await field.fill(`${(Number((await codeTo(email))?.[0]) + 1) % 10}00000`);
    for (const words of [
      'Wrong. 4 attempts are left.',
      'Wrong. 3 attempts are left.',
      'Wrong. 2 attempts are left.',
      'Wrong. 1 attempt is left.',
      'Wrong, and this was the last attempt. Ask for another code.',
    ]) {
      await page.keyboard.press('Enter');
      await said(page, words);
    }
    await page.keyboard.press('Enter');
    await said(page, 'This code is over. Ask for another one.');
    await ask(page, someEmail());
    await said(page, 'Sent. The message appears by itself.');
    expect(await field.inputValue()).toBe('');
  });

  test('messages of both channels appear by themselves, newest first, and are announced', async () => {
    const page = await open();
    const [email, phone] = [someEmail(), somePhone()];
    await page.getByText('No messages yet.').waitFor();

    await send({ email });
    await said(page, `New email to ${email}.`);
    await send({ phone });
    await said(page, `New text message to ${phone}.`);

    const [sms, mail] = await page.getByRole('article').all();
    expect(await sms?.textContent()).toContain(`${await codeTo(phone)} is your Login code`);
    expect(await mail?.getByRole('heading').textContent()).toBe('Your Login code');
    expect(await mail?.locator('iframe').contentFrame().locator('.code').textContent()).toBe(await codeTo(email));
  });

  test('the raw answer is shown as it came, a denial with how long to wait', async () => {
    const page = await open();
    const to = someEmail();
    for (const [address, status, words] of [
      [to, '200 OK', /^Sent\./],
      [to, '429 Too Many Requests', /^Too soon\. Ask again in \d+ seconds\.$/],
      ['', '400 Bad Request', /^Not accepted\./],
    ] as const) {
      const answered = page.waitForResponse('**/auth/send-login-code');
      await ask(page, address);
      const answer = await answered;
      const raw = page.locator('pre', { hasText: status });
      const [shown, body, headers] = await Promise.all([raw.textContent(), answer.text(), answer.allHeaders()]);
      expect(shown?.split('\n\n')[1]).toBe(body);
      for (const name of ['Content-Type', 'Retry-After', 'RateLimit', 'RateLimit-Policy']) {
        const value = headers[name.toLowerCase()];
        expect(shown?.includes(`\n${name}: ${value}\n`)).toBe(value !== undefined);
      }
      expect(await page.locator('#sentence').textContent()).toMatch(words);
    }
  });

  test('numbers go out as numbers, addresses that begin with digits as addresses, in the language chosen', async () => {
    const page = await open();
    const [phone, email] = [somePhone(), `1${someEmail()}`];
    await ask(page, phone, 'zh-CN');
    await said(page, `New text message to ${phone}.`);
    await ask(page, email, 'en');
    await said(page, `New email to ${email}.`);
    expect((await messages()).map(({ to, locale }) => [to, locale])).toEqual([
      [phone, 'zh-CN'],
      [email, 'en'],
    ]);
  });

  test.each([
    ['an email', 'email', someEmail()],
    ['a text message', 'phone', somePhone()],
  ])('one click copies exactly the code of %s', async (_, field, to) => {
    const page = await open();
    await send({ [field]: to });
    await page.getByRole('button', { name: 'Copy code' }).click();
    await said(page, 'Copied.');
    expect(await clipboard(page)).toBe(await codeTo(to));
  });

  test('a code can be copied where browsers give no clipboard', async () => {
    const page = await open({}, 'Object.defineProperty(navigator, "clipboard", { value: undefined })');
    const to = someEmail();
    await send({ email: to });
    await page.getByRole('button', { name: 'Copy code' }).click();
    await said(page, 'Copied.');
    await page.getByLabel('Email or phone').focus();
    await page.keyboard.press('Control+V');
    expect(await page.getByLabel('Email or phone').inputValue()).toBe(await codeTo(to));
  });

  test('mail is in a sandboxed frame, runs no script, and what it says is never taken for markup', async () => {
    const page = await open();
    const run = `document.querySelector('h1').textContent = 'ran'; parent.postMessage('ran', '*')`;
    const html = `<h1 style="color:red">still</h1><script>${run}</script><img src="/x" onerror="${run}">`;
    await page.evaluate('addEventListener("message", () => { document.title = "ran" })');
    expect((await sendMail('<b>bold</b>', html)).status).toBe(200);

    expect(await page.getByRole('article').getByRole('heading').textContent()).toBe('<b>bold</b>');
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    const heading = page.locator('iframe').contentFrame().locator('h1');
    await heading.waitFor();
    await pause(500);
    expect([await heading.textContent(), await page.title()]).toEqual(['still', 'Inbox · login-code']);

    await page.goto(`${url}/_local/messages/0/html`);
    await pause(500);
    expect(await page.locator('h1').textContent()).toBe('still');
  });

  test('no request leaves this machine, whatever a mail asks for', async () => {
    const context = await browser.newContext();
    const requests: Request[] = [];
    context.on('request', (request) => requests.push(request));
    const page = await context.newPage();
    await page.goto(url);
    const elsewhere = 'https://elsewhere.example';
    await sendMail(
      'Elsewhere',
      `<meta http-equiv="refresh" content="0; ${elsewhere}/1"><h1>Hi</h1><img src="${elsewhere}/2">
       <link rel="stylesheet" href="${elsewhere}/3"><p style="background: url(${elsewhere}/4)">there</p>`,
    );
    await ask(page, somePhone());
    await page.locator('iframe').contentFrame().locator('h1').waitFor();
    await page.getByRole('article').nth(1).waitFor();
    await pause(500);
    const foreign = requests.filter((request) => !request.url().startsWith(`${url}/`));
    const sent = foreign.filter((request) => request.failure()?.errorText !== 'csp' && !/^data:/.test(request.url()));
    expect(sent.map((request) => request.url())).toEqual([]);
    expect([requests.length > 5, foreign.length > 1]).toEqual([true, true]);
  });

  test('a page that nobody looks at asks for nothing, and catches up once somebody does', async () => {
    const page = await open({}, 'Object.defineProperty(document, "hidden", { get: () => window.isAway === true })');
    await page.evaluate('window.isAway = true');
    await pause(500);
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await send({ phone: somePhone() });
    await pause(2_500);
    expect(requested).toEqual([]);
    await page.evaluate('window.isAway = false');
    await page.getByRole('article').waitFor();
  });

  test('when the stack does not answer, the page says so, and goes on once it does', async () => {
    const page = await open();
    const usual = page.getByText('They appear by themselves, newest first.');
    await usual.waitFor();
    await page.context().setOffline(true);
    await ask(page, someEmail());
    await said(page, 'There was no answer. Is the stack still running?');
    await page.getByText('The stack does not answer. Trying again.').waitFor();
    await page.context().setOffline(false);
    await usual.waitFor();
  });

  test('emptying the inbox empties it for everyone, and leaves the rest of the page as it was', async () => {
    const page = await open();
    await ask(page, someEmail());
    await page.getByRole('article').waitFor();
    await page.getByRole('button', { name: 'Empty the inbox' }).click();
    await said(page, 'The inbox is empty.');
    expect(await page.getByRole('article').count()).toBe(0);
    expect(await messages()).toEqual([]);
    expect(await page.locator('#raw').textContent()).toContain('200 OK');
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test.each([
      ['a desktop', 1280],
      ['a small phone', 320],
    ])('on %s, axe finds no violation, and nothing is wider than the screen', async (_, width) => {
      const page = await open({ colorScheme, viewport: { width, height: 800 } });
      const [email, phone] = [someEmail(), somePhone()];
      await ask(page, phone);
      await page.getByLabel('Code sent to').waitFor();
      await send({ email });
      await ask(page, email);
      await page.locator('pre', { hasText: '429' }).waitFor();
      await page.getByRole('article').nth(1).waitFor();
      await isSound();

      await page.getByLabel('Code sent to').fill((await codeTo(phone)) ?? '');
      await page.keyboard.press('Enter');
      await said(page, 'Right. Here is the token.');
      await isSound();

      async function isSound(): Promise<void> {
        await page.evaluate(axe.source);
        const { violations, incomplete } = await page.evaluate<axe.AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        expect(incomplete.map(({ id }) => id)).not.toContain('color-contrast');
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
    });
  });
}
