import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../infra/tools/gallery/browser.ts';
import { problemIndexPage, problemPage } from '../../../lib/http/problems/page.ts';
import type { ProblemSlug } from '../../../lib/locales/catalog.ts';
import { languageOf } from '../../../lib/locales/language.ts';
import { type Locale, locales } from '../../../lib/locales/locales.ts';
import { pagesIn } from '../../../lib/locales/pages.ts';
import { whyNoBrowser } from '../../support/browser.ts';

const settings = { publicUrl: 'https://login.example.com', serviceName: 'auth-service', apiReference: true };
const ofOne = (slug: ProblemSlug) => async (locale: Locale) =>
  problemPage(slug, await languageOf(locale), await pagesIn(locale), settings);
const ofAll = async (locale: Locale) => problemIndexPage(await languageOf(locale), await pagesIn(locale), settings);

const pages = await Promise.all(
  locales.flatMap((locale) => [
    ofOne('delivery-failed')(locale).then((html) => ['one problem', locale, html] as const),
    ofAll(locale).then((html) => ['all problems', locale, html] as const),
  ]),
);
/** One for each direction of writing, and one without spaces: axe takes seconds for each. */
const examined = pages.filter(([, locale]) => ['en', 'zh-CN', 'ar'].includes(locale));

if (whyNoBrowser) {
  test.skip(whyNoBrowser, () => {});
} else {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());

    test.each(examined)('on the page of %s in %s, axe finds no violation', async (_, __, html) => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 800 } });
      await page.setContent(html);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      await page.close();
    });

    test('no page is wider than a small phone, whatever its language', async () => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 800 } });
      for (const [kind, locale, html] of pages) {
        await page.setContent(html);
        expect([kind, locale, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([
          kind,
          locale,
          320,
        ]);
      }
      await page.close();
    });
  });
}
