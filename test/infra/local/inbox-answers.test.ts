import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../support/browser.ts';
import { argumentsOf, ask, clipboard, focused, openInbox, said, send, startForAll, url } from '../../support/inbox.ts';
import { someEmail } from '../../support/people.ts';

startForAll({ CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off', TARGET_LIMITS: '2/60s' });

describeInBrowser('the answers on the inbox page', (browser) => {
  const open = () => openInbox(browser());

  /** Asks, and gives the API's own answer. */
  async function answerTo(page: Page, to: string, language = '') {
    const answered = page.waitForResponse('**/auth/send-login-code');
    await ask(page, to, language);
    return answered;
  }

  /** Of somebody who was sent all that one may be. */
  async function denial(page: Page) {
    const email = someEmail();
    await Promise.all([send({ email }), send({ email })]);
    return answerTo(page, email);
  }

  test('first is what the answer says; its problem is one click away', async () => {
    const page = await open();
    const { detail, title } = (await (await denial(page)).json()) as Record<string, string>;
    await said(page, detail ?? '');
    expect(await page.locator('#answer > :visible').first().textContent()).toBe(detail);
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: title }).click();
    expect(await (await opened).getByRole('heading', { level: 1 }).textContent()).toBe(title);
    expect((await opened).url()).toBe(`${url}/problems/target-throttled`);
  });

  test('all of an answer is a click away: its status, its headers, and its JSON indented', async () => {
    const page = await open();
    for (const answer of [() => answerTo(page, someEmail()), () => denial(page), () => answerTo(page, '')]) {
      const answered = await answer();
      const raw = page.locator('#raw', { hasText: `${answered.status()} ${answered.statusText()}` });
      await raw.waitFor({ state: 'attached' });
      expect(await raw.isVisible()).toBe(false);
      await page.getByText('Headers and body').click();
      const [shown = '', json] = ((await raw.textContent()) ?? '').split('\n\n');
      expect(json).toBe(`${JSON.stringify(await answered.json(), null, 2)}\n`);
      const headers = await answered.allHeaders();
      for (const name of ['Content-Type', 'Retry-After', 'RateLimit', 'RateLimit-Policy']) {
        const value = headers[name.toLowerCase()];
        expect([name, shown.split('\n').includes(`${name}: ${value}`)]).toEqual([name, value !== undefined]);
      }
      await page.getByText('Headers and body').click();
    }
  });

  test('a field at fault is marked, told why in the language that was asked for, and led to', async () => {
    const page = await open();
    const field = page.getByLabel('Email or phone');
    const state = async () => [await field.getAttribute('aria-invalid'), await page.locator('#to-fault').textContent()];
    const answered = await answerTo(page, 'sophie.example.com', 'de');
    const { errors, detail } = (await answered.json()) as { errors: { description: string }[]; detail: string };
    await said(page, detail);
    expect(await state()).toEqual(['true', errors[0]?.description]);
    expect(await page.locator('#to-fault').getAttribute('lang')).toBe('de');
    expect([await focused(page), await field.getAttribute('aria-describedby')]).toEqual(['to', 'to-fault to-hint']);

    await ask(page, someEmail());
    await said(page, 'Sent. The message appears by itself.');
    expect(await state()).toEqual(['false', '']);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('#code-fault', { hasText: 'Enter the code that was sent.' }).waitFor();
    expect([await page.getByLabel('Code sent to').getAttribute('aria-invalid'), ...(await state())]).toEqual([
      'true',
      'false',
      '',
    ]);
  });

  test('the wait is counted down second by second, not read aloud, until one can try again', async () => {
    const page = await open();
    await page.clock.install();
    const seconds = Number((await denial(page)).headers()['retry-after']);
    const wait = page.getByRole('timer').filter({ hasText: 'Next try in' });
    await wait.waitFor();
    expect(await wait.evaluate((timer) => timer.closest('[role=status], [aria-live]'))).toBeNull();
    const left = async () => Number(/0:(\d\d)$/.exec((await wait.textContent()) ?? '')?.[1] ?? 60);
    const before = await left();
    expect(before).toBeLessThanOrEqual(seconds);
    await page.clock.runFor(10_000);
    expect(await left()).toBeLessThanOrEqual(before - 10);
    await page.clock.runFor(60_000);
    await page.getByRole('timer').filter({ hasText: 'You can try again now.' }).waitFor();
  });

  test('how long a code and a token are valid is counted down to the end', async () => {
    const page = await open();
    await page.clock.install();
    await ask(page, someEmail());
    const shown = page.getByRole('timer').filter({ visible: true });
    await shown.filter({ hasText: /^Valid for (10:00|9:\d\d)$/ }).waitFor();
    await page.clock.runFor(1_000);
    await page.getByRole('button', { name: 'Use code' }).click();
    await shown.filter({ hasText: /^Valid for [45]:\d\d$/ }).waitFor();
    await page.clock.runFor(300_000);
    await shown.filter({ hasText: 'No longer valid.' }).waitFor();
  });

  test('the request can be made again from a shell, whatever was typed in', async () => {
    const page = await open();
    const requested = page.waitForRequest('**/auth/send-login-code');
    await ask(page, `o'brien "$HOME" \\`, 'de');
    const request = await requested;
    await page.getByText('Headers and body').click();
    await page.getByRole('button', { name: 'Copy the request as curl' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const headers = ['content-type: application/json', 'accept-language: de'].flatMap((header) => ['-H', header]);
    expect(argumentsOf(await clipboard(page))).toEqual([
      'curl',
      request.url(),
      ...headers,
      '-d',
      request.postData(),
      '',
    ]);
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
});
