import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.ts';
import type { Sample } from './samples.ts';
import { views } from './views.ts';

/** Takes a picture of every mail in every view. Gives the names of the files. */
export async function takePictures(samples: readonly Sample[], folder: URL): Promise<string[]> {
  const browser = await launchBrowser();
  const names: string[] = [];
  try {
    for (const { width, scheme } of views) {
      const page = await browser.newPage({ viewport: { width, height: 400 }, colorScheme: scheme, offline: true });
      for (const { name: sample, email } of samples) {
        const name = `email-${sample}-${width}-${scheme}.png`;
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
