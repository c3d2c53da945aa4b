import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';

/** Why pages cannot be looked at here, or nothing. */
export const whyNoBrowser = existsSync(executablePath)
  ? undefined
  : `skipped, since there is no Chromium at ${executablePath}: install it, or set CHROMIUM to where it is`;

/** Headless, with a profile of its own that is empty. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', // it refuses root, which is who containers run as
      '--disable-gpu',
      // A browser that is started to show our pages has nothing to fetch.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
