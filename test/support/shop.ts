import { createServer } from 'node:http';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { elementBuild } from '../../infra/build/element.ts';
import { listen, loopback } from '../../infra/local/server.ts';
import { secret } from './recorded.ts';

/** By their paths on the server of the page. */
export const scripts = new Map(
  (await build({ ...elementBuild, minify: true, write: false, outdir: '/' })).outputFiles.map(({ path, contents }) => [
    path,
    contents,
  ]),
);

/** Another origin, with the page of somebody else. Its background is named, since axe takes what is not for white. */
const pageIn = (service: string, lang: string, attributes: URLSearchParams) => `<!doctype html>
<html lang="${lang}" dir="${/^(ar|he)/.test(lang) ? 'rtl' : 'ltr'}"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><style>body { background: Canvas }</style><title>Shop</title><script type="module" src="/element.js"></script>
<main><h1>Shop</h1><form action="/session"><login-code name="token" url="${service}" ${[...attributes].map(([name, value]) => `${name}="${value}"`).join(' ')}></login-code></form></main></html>`;

export interface Shop {
  readonly url: string;
  /** The paths that its server was asked for. */
  readonly asked: string[];
  /** At `/LANGUAGE?attribute=value`, in a browser that knows nothing yet. */
  visit(browser: Browser, path: string, act: (page: Page) => Promise<void>, options?: Visit): Promise<void>;
  close(): Promise<void>;
}

/** `before` runs in the page ahead of its own script. */
export interface Visit extends BrowserContextOptions {
  readonly before?: string;
}

export async function startShop(service: string): Promise<Shop> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
    const script = scripts.get(pathname);
    asked.push(pathname);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ?? (pathname === '/session' ? 'Welcome' : pageIn(service, pathname.slice(1), searchParams)));
  });
  const { url, close } = await listen(server, 0, loopback);
  return {
    url,
    asked,
    close,
    async visit(browser, path, act, { before = '', ...options } = {}) {
      const context = await browser.newContext(options);
      await context.addInitScript(before);
      try {
        const page = await context.newPage();
        await page.goto(`${url}/${path}`);
        await act(page);
      } finally {
        await context.close();
      }
    },
  };
}

/** The code of the last message to somebody. */
export async function codeTo(service: string, to: string): Promise<string> {
  const messages = (await (await fetch(`${service}/_local/messages`)).json()) as Record<string, string>[];
  return secret(messages.findLast((message) => message.to === to)?.text?.match(/\b\d{6}\b/)?.[0] ?? '');
}

export async function ask(page: Page, to: string): Promise<void> {
  await page.getByLabel('Email or phone number').fill(to);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel(/^Code sent to/).waitFor();
}

export const wrongOf = (code: string): string => code.replace(/./g, (digit) => String((Number(digit) + 1) % 10));
