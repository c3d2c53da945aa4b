import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../infra/tools/gallery/browser.ts';
import { whyNoBrowser } from '../support/browser.ts';
import { kill, port, ready, startLaptop } from '../support/laptop.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { ask, codeTo, type Shop, startShop, wrongOf } from '../support/shop.ts';

const service = `http://127.0.0.1:${port}`;
const sending = '**/auth/send-login-code';

/** Where nothing has to be waited for, so that a code can be asked for again. */
(whyNoBrowser ? describe.skip : describe)(`<login-code>, again${whyNoBrowser ? `: ${whyNoBrowser}` : ''}`, () => {
  let stack: ChildProcessWithoutNullStreams;
  let shop: Shop;
  let browser: Browser;
  beforeAll(async () => {
    shop = await startShop(service);
    const off = { CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off', TARGET_LIMITS: 'off' };
    stack = startLaptop(port, { ...off, ALLOWED_ORIGINS: shop.url });
    [browser] = await Promise.all([launchBrowser(), ready(stack)]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([kill(stack), shop?.close()]);
  });

  const visit = (act: (page: Page) => Promise<void>, before = '') => shop.visit(browser, 'en', act, { before });
  const signedIn = (page: Page) => page.waitForURL(/\/session\?token=/);
  const messagesTo = async (to: string): Promise<number> => {
    const messages = (await (await fetch(`${service}/_local/messages`)).json()) as Record<string, string>[];
    return messages.filter((message) => message.to === to).length;
  };

  test('sends the same code again, says so, and takes it', () =>
    visit(async (page) => {
      const to = someEmail();
      await ask(page, to);
      const code = await codeTo(service, to);
      await page.getByRole('button', { name: 'Send it again' }).click();
      await page.getByRole('status').filter({ hasText: 'Sent again.' }).waitFor();
      expect([await messagesTo(to), await codeTo(service, to)]).toEqual([2, code]);
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  test('after too many wrong codes leads to another one, by the keyboard alone', () =>
    visit(async (page) => {
      const to = someEmail();
      await ask(page, to);
      await page.keyboard.type(wrongOf(await codeTo(service, to)));
      for (const left of [4, 3, 2, 1, 0]) {
        await page.keyboard.press('Enter');
        await page
          .getByRole('alert')
          .filter({ hasText: `Attempts left: ${left}` })
          .waitFor();
      }
      await page.keyboard.press('Enter'); // on the button that sends another one
      await page.getByRole('status').filter({ hasText: 'Sent again.' }).waitFor();
      await page.keyboard.type(await codeTo(service, to));
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  test('a code that is over is said to be', () =>
    visit(async (page) => {
      const to = someEmail();
      await ask(page, to);
      const field = page.getByLabel(/^Code sent to/);
      await field.fill(wrongOf(await codeTo(service, to)));
      for (const words of ['left: 4', 'left: 3', 'left: 2', 'left: 1', 'left: 0', 'has expired']) {
        await field.press('Enter');
        await page.getByRole('alert').filter({ hasText: words }).waitFor();
      }
    }));

  test('another address can be given, and its code alone is taken', () =>
    visit(async (page) => {
      const [wrong, right] = [someEmail(), somePhone()];
      await ask(page, wrong);
      await page.getByRole('button', { name: 'Use another email or phone number' }).click();
      await ask(page, right);
      await page.keyboard.type(await codeTo(service, right));
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  test('an answer that is lost costs no second message', () =>
    visit(async (page) => {
      let lost = 0;
      await page.route(sending, async (route) => {
        if (lost++ > 0 || route.request().method() !== 'POST') return route.continue();
        await route.fetch();
        await route.abort();
      });
      const to = someEmail();
      await ask(page, to);
      expect([lost, await messagesTo(to)]).toEqual([2, 1]);
    }));

  test('asks for the code also when it is not known whether it was sent', () =>
    visit(async (page) => {
      await page.route(sending, async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        const answer = await route.fetch();
        const { challenge_id } = (await answer.json()).data;
        const type = `${service}/problems/delivery-failed`;
        await route.fulfill({
          response: answer,
          status: 500,
          json: { type, status: 500, detail: 'It may arrive.', challenge_id },
        });
      });
      const to = someEmail();
      await ask(page, to);
      await page.getByRole('alert').filter({ hasText: 'It may arrive.' }).waitFor();
      await page.keyboard.type(await codeTo(service, to));
      await page.keyboard.press('Enter');
      await signedIn(page);
    }));

  test('reads the code of a text where the browser may, and signs in with it', () => {
    const webOtp = `window.OTPCredential = class {};
      navigator.credentials.get = ({ otp, signal }) => new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        window.arrive = (code) => resolve({ code, transport: otp.transport[0] });
      });`;
    return visit(async (page) => {
      const to = somePhone();
      await ask(page, to);
      await page.evaluate(`window.arrive('${await codeTo(service, to)}')`);
      await signedIn(page);
    }, webOtp);
  });
});
