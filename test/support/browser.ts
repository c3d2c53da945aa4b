import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';

/** Said by the tests that are skipped, or nothing. */
export const whyNoBrowser = existsSync(executablePath)
  ? undefined
  : `skipped, since there is no Chromium at ${executablePath}: install it, or set CHROMIUM to where it is`;

/** Headless, with a profile of its own that is empty. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    // The sandbox refuses root, which is who containers run as.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
