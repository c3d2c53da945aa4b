import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';

/** The reason why no browser can be started; undefined if one can. */
export const whyNoBrowser = existsSync(executablePath)
  ? undefined
  : `skipped, since there is no Chromium at ${executablePath}: install it, or set CHROMIUM to where it is`;

/** Headless, with an empty profile of its own. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', // the sandbox refuses root, and containers run as root
      '--disable-gpu',
      // The browser shows only our pages, so it needs nothing from elsewhere.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
