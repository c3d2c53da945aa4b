import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../infra/tools/gallery/browser.ts';
import { locales } from '../../lib/locales/locales.ts';
import { whyNoBrowser } from '../support/browser.ts';
import { kill, port, ready, startLaptop } from '../support/laptop.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { ask, codeTo, type Shop, scripts, startShop, type Visit, wrongOf } from '../support/shop.ts';

const service = `http://127.0.0.1:${port}`;

const sizeOf = (path: string): number => gzipSync(scripts.get(path) ?? '').length;

test('the element takes at most 9 kB, compressed, and a language 1 kB more', () => {
  const sizes = [...scripts.keys()].map((path) => [path, sizeOf(path)] as const);
  expect(sizes.map(([path]) => path).toSorted()).toEqual(
    ['/element.js', ...locales.map((locale) => `/words/${locale}.js`)].toSorted(),
  );
  expect(sizes.filter(([path, size]) => size > (path === '/element.js' ? 9_000 : 1_000))).toEqual([]);
});

(whyNoBrowser ? describe.skip : describe)(`<login-code> in a browser${whyNoBrowser ? `: ${whyNoBrowser}` : ''}`, () => {
  let stack: ChildProcessWithoutNullStreams;
  let shop: Shop;
  let browser: Browser;
  beforeAll(async () => {
    shop = await startShop(service);
    stack = startLaptop(port, { CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off', ALLOWED_ORIGINS: shop.url });
    [browser] = await Promise.all([launchBrowser(), ready(stack)]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([kill(stack), shop?.close()]);
  });

  const visit = (act: (page: Page) => Promise<void>, path = 'en', options: Visit = {}): Promise<void> =>
    shop.visit(browser, path, act, options);

  test.each([
    ['an email address', someEmail],
    ['a phone number', somePhone],
  ])('signs in with %s, from another origin, by the keyboard alone', (_, someone) =>
    visit(async (page) => {
      const to = someone();
      await page.getByLabel('Email or phone number').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type(to);
      await page.keyboard.press('Enter');
      await page.getByLabel(/^Code sent to/).waitFor();
      await page.keyboard.type(await codeTo(service, to));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/session\?token=/);
      expect(secret(new URL(page.url()).searchParams.get('token') ?? '').split('.')).toHaveLength(3);
    }),
  );

  test('says beside the field that the code is wrong, and takes the right one after it', () =>
    visit(async (page) => {
      const to = someEmail();
      await ask(page, to);
      const code = await codeTo(service, to);
      const field = page.getByLabel(/^Code sent to/);
      await field.fill(wrongOf(code));
      await field.press('Enter');
      await page.getByRole('alert').filter({ hasText: 'Attempts left: 4' }).waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
      await field.press('Enter');
      await page.waitForURL(/\/session\?token=/);
    }));

  test('counts down while it is too early to send again', () =>
    visit(async (page) => {
      await ask(page, someEmail());
      await page.getByRole('button', { name: 'Send it again' }).click();
      const waiting = page.getByRole('button', { name: /^Available again in \d+ s$/ });
      await waiting.waitFor();
      expect(await waiting.getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('alert').filter({ hasText: 'too often' }).waitFor();
    }));

  test('shows its form although its words were lost on the way at first', () =>
    visit(async (page) => {
      const scripts: string[] = [];
      await page.route('**/*.js', (route) => {
        scripts.push(new URL(route.request().url()).pathname);
        return scripts.length === 2 ? route.abort() : route.continue(); // the first is the element
      });
      await page.reload();
      await page.getByLabel('Email or phone number').waitFor();
      const [, lost, again] = scripts;
      expect(again).toBe(lost);
    }));

  test('says that there was no answer, and sends once the network is back', () =>
    visit(async (page) => {
      await page.getByLabel('Email or phone number').fill(someEmail());
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await page.getByRole('alert').filter({ hasText: 'did not respond' }).waitFor();
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await page.getByLabel(/^Code sent to/).waitFor();
    }));

  test('says what is wrong with an address, in the language of the page', () =>
    visit(async (page) => {
      await page.getByLabel('邮箱或手机号码').fill('sophie');
      await page.getByRole('button', { name: '获取验证码' }).click();
      await page.getByRole('alert').filter({ hasText: '必须是一个邮箱地址' }).waitFor();
    }, 'zh-CN'));

  test('loads the words of the one language that it shows, chosen as the service chooses', () => {
    shop.asked.length = 0;
    return visit(async (page) => {
      await page.getByLabel('電子郵件或手機號碼').waitFor();
      expect(shop.asked.filter((path) => path.startsWith('/words/'))).toEqual(['/words/zh-TW.js']);
    }, 'zh-HK');
  });

  test.each([
    ['ar', 'البريد الإلكتروني أو رقم الهاتف', 'إرسال الرمز', /^أُرسل الرمز إلى/],
    ['he', 'דוא״ל או מספר טלפון', 'שלחו לי קוד', /^הקוד נשלח אל/],
  ])('is written from right to left in %s', (lang, field, button, code) =>
    visit(async (page) => {
      const to = someEmail();
      await page.getByLabel(field).fill(to);
      await page.getByRole('button', { name: button }).click();
      await page.getByLabel(code).waitFor();
      const label = "document.querySelector('login-code').shadowRoot.querySelector('[for=code]')";
      expect(await page.evaluate(`getComputedStyle(${label}).direction`)).toBe('rtl');
      await page.getByLabel(code).fill(await codeTo(service, to));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/session\?token=/);
    }, lang),
  );

  test('asks for one channel alone where it is told to', () =>
    visit(async (page) => {
      const field = page.getByLabel('Phone number', { exact: true });
      await field.fill('sophie@example.com');
      expect(await field.getAttribute('autocomplete')).toBe('tel');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').filter({ hasText: 'Must be a phone number' }).waitFor();
    }, 'en?channel=sms'));

  test.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['dark', 'ar'],
  ] as const)('pleases axe in %s, in %s, and fits 320 px, in both steps and with an error', (colorScheme, lang) =>
    visit(
      async (page) => {
        const check = async () => {
          await page.evaluate(axe.source);
          const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
        };
        const field = page.locator('login-code #address');
        await field.fill('sophie');
        await page.keyboard.press('Enter');
        await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
        await check();
        await field.fill(someEmail());
        await page.keyboard.press('Enter');
        await page.locator('login-code #code').waitFor();
        await check();
        await page.locator('login-code #again').click();
        await page.locator('login-code #again[aria-disabled=true]').waitFor();
        await check();
      },
      lang,
      { colorScheme, viewport: { width: 320, height: 640 } },
    ),
  );
});
