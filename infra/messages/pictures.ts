import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Sample } from './samples.ts';
import { views } from './views.ts';

/** Quiet: a browser that is started to draw a page has nothing to fetch. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Every mail in every view; gives the names of the files. */
export async function takePictures(executablePath: string, samples: readonly Sample[], folder: URL): Promise<string[]> {
  const browser = await chromium.launch({ executablePath, args });
  const names: string[] = [];
  try {
    for (const { width, scheme } of views) {
      const page = await browser.newPage({ viewport: { width, height: 400 }, colorScheme: scheme, offline: true });
      for (const { email } of samples) {
        const name = `email-${email.locale}-${width}-${scheme}.png`;
        await page.setContent(email.html);
        await page.screenshot({ path: fileURLToPath(new URL(name, folder)), fullPage: true });
        names.push(name);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return names;
}
