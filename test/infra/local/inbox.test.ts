import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { BrowserContextOptions, Request } from 'playwright-core';
import { locales } from '../../../lib/locales/locales.ts';
import { describeInBrowser } from '../../support/browser.ts';
import {
  argumentsOf,
  ask,
  clipboard,
  codeTo,
  focused,
  messages,
  openInbox,
  said,
  send,
  sendMail,
  startForAll,
  url,
} from '../../support/inbox.ts';
import { someEmail, somePhone } from '../../support/people.ts';

startForAll({ CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off' });

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
    '/_local/mark.svg',
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
  expect(await policy('/_local/messages/0/html')).toMatch(
    /^sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline';/,
  );
});

test('what there is no mail of is not found', async () => {
  await send({ phone: somePhone() });
  for (const path of ['/_local/messages/0/html', '/_local/messages/1/html', '/_local/nothing', '/_local/toString']) {
    expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 404]);
  }
});

describeInBrowser('the page', (browser) => {
  const open = (options?: BrowserContextOptions, before?: string) => openInbox(browser(), options, before);

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

  test.each([320, 1280])('on a screen %i wide, a mail is neither cut off nor followed by a gap', async (width) => {
    const page = await open({ viewport: { width: 800, height: 600 } });
    await send({ email: someEmail() });
    await page.getByRole('article').waitFor();
    await page.setViewportSize({ width, height: 600 });
    await page.waitForFunction(`{
      const frame = document.querySelector('iframe');
      const mail = frame.contentDocument;
      mail.querySelector('h1') && Math.ceil(mail.documentElement.getBoundingClientRect().height) === frame.clientHeight
    }`);
  });

  test('the text part of a mail can be read in place of the other, as it was sent', async () => {
    const page = await open();
    await send({ email: someEmail() });
    const mail = page.getByRole('article');
    const [html, text] = [mail.locator('iframe'), mail.locator('pre')];
    await html.contentFrame().locator('h1').waitFor();
    expect([await html.isVisible(), await text.isVisible()]).toEqual([true, false]);
    await mail.getByRole('button', { name: 'Text' }).click();
    await mail.getByRole('button', { name: 'Text', pressed: true }).waitFor();
    expect([await html.isVisible(), await text.isVisible()]).toEqual([false, true]);
    expect(await text.textContent()).toBe((await messages())[0]?.text);
    await mail.getByRole('button', { name: 'HTML' }).click();
    expect([await html.isVisible(), await text.isVisible()]).toEqual([true, false]);
  });

  test('before there is a message, the page shows a command that brings one', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Copy command' }).click();
    await said(page, 'Copied.');
    const [, to, , header, , body] = argumentsOf(await clipboard(page));
    const [, name = '', value = ''] = /^([\w-]+): (.+)$/.exec(header ?? '') ?? [];
    expect((await fetch(to ?? '', { method: 'POST', headers: { [name]: value }, body })).status).toBe(200);
    await page.getByRole('article').waitFor();
    expect(await page.getByText('No messages yet.').isVisible()).toBe(false);
  });

  test('mail is in a sandboxed frame, runs no script, and what it says is never taken for markup', async () => {
    const page = await open();
    const run = `document.querySelector('h1').textContent = 'ran'; parent.postMessage('ran', '*')`;
    const html = `<h1 style="color:red">still</h1><script>${run}</script><img src="/x" onerror="${run}">`;
    await page.evaluate('addEventListener("message", () => { document.title = "ran" })');
    expect((await sendMail('<b>bold</b>', html)).status).toBe(200);

    expect(await page.getByRole('article').getByRole('heading').textContent()).toBe('<b>bold</b>');
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-same-origin');
    const heading = page.locator('iframe').contentFrame().locator('h1');
    await heading.waitFor();
    await pause(500);
    expect([await heading.textContent(), await page.title()]).toEqual(['still', 'Inbox · login-code']);

    await page.goto(`${url}/_local/messages/0/html`);
    await pause(500);
    expect(await page.locator('h1').textContent()).toBe('still');
  });

  test('no request leaves this machine, whatever a mail asks for', async () => {
    const context = await browser().newContext();
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

  test('emptying the inbox empties it for everyone, and leaves the rest of the page as it was', async () => {
    const page = await open();
    await ask(page, someEmail());
    await page.getByRole('article').waitFor();
    await page.getByRole('button', { name: 'Empty the inbox' }).click();
    await said(page, 'The inbox is empty.');
    expect(await page.getByRole('article').count()).toBe(0);
    expect(await messages()).toEqual([]);
    expect(await page.locator('#raw').textContent()).toContain('200 OK');
    expect(await focused(page)).toBe('messages-title');
  });
});
