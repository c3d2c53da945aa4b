import { describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser } from '../../support/browser.ts';
import {
  ask,
  clipboard,
  codeTo,
  focused,
  openInbox,
  said,
  send,
  startForAll,
  url,
  wrong,
} from '../../support/inbox.ts';
import { someEmail, somePhone } from '../../support/people.ts';
import { secret } from '../../support/recorded.ts';

startForAll({ CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off', TARGET_LIMITS: '2/60s' });

describeInBrowser('signing in with the inbox page', (browser) => {
  const open = (options?: BrowserContextOptions, before?: string) => openInbox(browser(), options, before);

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
    await page.keyboard.type(to); // the field is where one begins
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
      expect(await focused(page)).toBe('code');
      expect([await field.getAttribute('autocomplete'), await field.getAttribute('inputmode')]).toEqual([
        'one-time-code',
        'numeric',
      ]);
      const code = (await codeTo(to)) ?? '';
      await field.fill(wrong(code));
      await page.keyboard.press('Enter');
      await said(page, 'The code is incorrect. Attempts left: 4.');

      await page.evaluate(`navigator.clipboard.writeText(' ${code.slice(0, 3)} - ${code.slice(3)} ')`);
      await page.keyboard.press('Control+V'); // over the wrong one, which is selected
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
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
    await field.fill(wrong(await codeTo(email)));
    for (const left of [4, 3, 2, 1, 0]) {
      await page.keyboard.press('Enter');
      await said(page, `The code is incorrect. Attempts left: ${left}.`);
    }
    expect(await focused(page)).toBe('again'); // nothing else helps
    await field.press('Enter');
    await page.getByRole('status').getByText('Request a new one.').waitFor();
    await ask(page, someEmail());
    await said(page, 'Sent. The message appears by itself.');
    expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['', 'false']);
  });

  test('one click signs in with the newest code, and only the one that was asked for offers it', async () => {
    const page = await open();
    const [asked, other] = [someEmail(), someEmail()];
    await send({ email: other });
    await ask(page, asked);
    await page.getByRole('article').nth(1).waitFor();
    await send({ email: other });
    await page.getByRole('article').nth(2).waitFor();
    const offers = page.getByRole('button', { name: 'Use code' });
    expect([
      await offers.count(),
      await page.getByRole('article', { name: /./ }).filter({ has: offers }).textContent(),
    ]).toEqual([1, expect.stringContaining(asked)]);
    await offers.click();
    await said(page, 'Right. Here is the token.');
    expect(await page.getByRole('row', { name: 'email' }).first().getByRole('cell').first().textContent()).toBe(asked);
    expect(await offers.count()).toBe(0);
  });

  test('sent again, it is the same code, so that both messages lead to the token', async () => {
    const page = await open();
    const phone = somePhone();
    await ask(page, phone);
    await page.getByRole('article').waitFor();
    const first = await codeTo(phone);
    await page.getByRole('button', { name: 'Send again' }).click();
    await said(page, 'Sent again. The message appears by itself.');
    await page.getByRole('article').nth(1).waitFor();
    expect([await codeTo(phone), await focused(page)]).toEqual([first, 'code']);
    await page.getByRole('button', { name: 'Use code' }).click();
    await said(page, 'Right. Here is the token.');
  });

  test('a code that may have been sent can be typed in', async () => {
    const page = await open();
    await page.route('**/auth/send-login-code', async (route) => {
      const { challenge_id } = ((await (await route.fetch()).json()) as { data: { challenge_id: string } }).data;
      const body = {
        type: `${url}/problems/delivery-failed`,
        title: 'Code not delivered',
        detail: 'Perhaps.',
        challenge_id,
      };
      await route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(body) });
    });
    const to = someEmail();
    await ask(page, to);
    await said(page, 'Perhaps.');
    await page.getByLabel(`Code sent to ${to}`).fill((await codeTo(to)) ?? '');
    await page.keyboard.press('Enter');
    await said(page, 'Right. Here is the token.');
  });

  test('no token stays beside what is asked after it', async () => {
    const page = await open();
    await ask(page, someEmail());
    await page.getByRole('button', { name: 'Use code' }).click();
    const token = page.getByRole('region', { name: 'Token' });
    await token.waitFor();
    await ask(page, 'nobody');
    await page.locator('#sentence', { hasText: 'Some fields are missing or invalid.' }).waitFor();
    expect(await token.isVisible()).toBe(false);
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
      await ask(page, email);
      await page.locator('#status', { hasText: '429' }).waitFor();
      await page.getByText('Headers and body').click();
      await page.getByRole('article').nth(1).waitFor();
      await isSound();

      await ask(page, 'nobody');
      await page.locator('#status', { hasText: '400' }).waitFor();
      await page.getByRole('button', { name: 'Text' }).first().click();
      await isSound();

      await page.getByRole('button', { name: 'Use code' }).click();
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
});
