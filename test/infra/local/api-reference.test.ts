import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../infra/tools/gallery/browser.ts';
import { whyNoBrowser } from '../../support/browser.ts';
import { kill, port, ready, startLaptop } from '../../support/laptop.ts';

const url = `http://localhost:${port}`;
let laptop: ChildProcessWithoutNullStreams;
beforeAll(async () => {
  laptop = startLaptop(port);
  await ready(laptop);
});
afterAll(() => kill(laptop));

test('the page and each file that it names are served from this machine', async () => {
  const page = await fetch(`${url}/docs`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const named = [...(await page.text()).matchAll(/(?:href|src)="(docs\/[^"]+)"/g)].map(([, path]) => path);
  expect(named).toHaveLength(3);
  for (const path of named) expect((await fetch(`${url}/${path}`)).status).toBe(200);
});

test.each(['/docs/', '/docs/constructor', '/docs/../package.json', '/docsx'])('%s is not there', async (path) => {
  expect((await fetch(url + path)).status).toBe(404);
});

if (whyNoBrowser) {
  test.skip(whyNoBrowser, () => {});
} else {
  describe('in Chromium', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());

    test('it shows each operation, asks nobody else for anything, and breaks no rule of its policy', async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(new URL(request.url()).origin));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${url}/docs`);
      await page.getByText('Send a one-time login code', { exact: true }).waitFor();
      for (const summary of ['Check a one-time login code', 'List every problem', 'Describe this API']) {
        expect(await page.getByText(summary, { exact: true }).count()).toBe(1);
      }
      expect([...asked].filter((origin) => origin.startsWith('http'))).toEqual([url]);
      expect(complaints).toEqual([]);
    });

    test('a code can be asked for from it, within its policy, and twice is no silent repeat', async () => {
      const page = await browser.newPage();
      const refused: string[] = [];
      page.on(
        'console',
        (message) => message.text().includes('Content Security Policy') && refused.push(message.text()),
      );
      await page.goto(`${url}/docs#/Codes/sendLoginCode`);
      await page.getByRole('button', { name: 'Try it out' }).click();
      for (const expected of [200, 429]) {
        const answered = page.waitForResponse(`${url}/auth/send-login-code`);
        await page.getByRole('button', { name: 'Execute' }).click();
        expect((await answered).status()).toBe(expected);
        expect(await (await answered).request().allHeaders()).not.toHaveProperty('idempotency-key');
      }
      expect(refused).toEqual([]);
    });
  });
}
