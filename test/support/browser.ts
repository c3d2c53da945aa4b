import { afterAll, afterEach, beforeAll, describe, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, whyNoBrowser as whyNone } from '../../infra/tools/gallery/browser.ts';

/** Why a test of a page is skipped: a browser takes its time, and not everybody has one, so these have a run of their own. */
export const whyNoBrowser = process.env.TEST_BROWSER ? whyNone : 'npm run test:browser runs it';

/** Tests of `what` in one browser, which keeps nothing from one to the next. */
export function describeInBrowser(what: string, tests: (browser: () => Browser) => void): void {
  if (whyNoBrowser) {
    test.skip(`${what}: ${whyNoBrowser}`, () => {});
    return;
  }
  describe('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
    afterAll(() => browser.close());
    tests(() => browser);
  });
}
