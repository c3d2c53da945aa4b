import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { launchBrowser, whyNoBrowser } from '../../../infra/tools/gallery/browser.ts';
import { problemIndexPage, problemPage } from '../../../lib/http/problems/page.ts';

const settings = { publicUrl: 'https://login.example.com', serviceName: 'auth-service' };
const pages = [
  ['of one problem', problemPage('target-throttled', 'en', settings)],
  ['of one problem in Chinese', problemPage('invalid-request', 'zh-CN', settings)],
  ['of all problems', problemIndexPage('en', settings)],
] as const;

if (whyNoBrowser) {
  test.skip(whyNoBrowser, () => {});
} else {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());

    test.each(pages)(
      'on the page %s, axe finds no violation, and nothing is wider than a small phone',
      async (_, html) => {
        const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 800 } });
        await page.setContent(html);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
        await page.close();
      },
    );
  });
}
