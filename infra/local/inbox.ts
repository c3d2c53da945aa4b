import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../../lib/locales/locales.ts';
import { type LocalReply, reply } from './local-reply.ts';
import type { Outbox } from './mailbox.ts';

/** Only the laptop stack has it: a page that shows the messages, and the messages as JSON. */
export type Inbox = (method: string, path: string) => Promise<LocalReply | undefined>;

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self'", // the product's mark
  "form-action 'none'", // forms are sent by script only
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The sandbox holds also when someone opens the mail directly by its address. It lets nothing run; of this origin is the mail
 * only so that the page can measure how high it is.
 */
const mailPolicy = "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Its dark colours are in a style sheet of its own. */
const markPolicy = "default-src 'none'; style-src 'unsafe-inline'";

const html = 'text/html; charset=utf-8';
const javascript = 'text/javascript; charset=utf-8';

/** Where somebody looks at pages, beside `/_local/`. */
export const inboxPaths = ['/', '/try'];

export function createInbox(outbox: Outbox): Inbox {
  const files: Readonly<Record<string, LocalReply>> = {
    '/': reply(html, page('index.html', options()), pagePolicy),
    '/try': reply(html, page('try.html', links()), pagePolicy),
    '/_local/style.css': reply(
      'text/css; charset=utf-8',
      `@layer base, inbox;\n@layer base {\n${read('../../../lib/http/page.css')}}\n${read('style.css')}`,
    ),
    '/_local/mark.svg': reply('image/svg+xml', read('mark.svg'), markPolicy),
    ...Object.fromEntries(scripts().map((name) => [`/_local/${name}`, reply(javascript, read(name))])),
  };
  return async (method, path) => {
    if (`${method} ${path}` === 'DELETE /_local/messages') {
      await outbox.clear();
      return { status: 204, headers: {} };
    }
    if (method !== 'GET') return undefined;
    if (path === '/_local/messages') {
      return reply('application/json', `${JSON.stringify(await outbox.messages(), null, 2)}\n`);
    }
    const [, index] = /^\/_local\/messages\/(\d+)\/html$/.exec(path) ?? [];
    if (index === undefined) return files[path];
    const mail = (await outbox.messages())[Number(index)]?.html;
    return mail ? reply(html, mail, mailPolicy) : undefined;
  };
}

const scripts = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.js'));

/** Parts that are pages' own, or shared by them, stand where a comment names them. */
const page = (name: string, languages: string): string =>
  read(name)
    .replace(/<!-- (sign-in|token|message) -->/g, (_, part) => read(`${part}.html`))
    .replace('<!-- languages -->', languages);

/** Every language, in its own words. */
const options = (): string =>
  locales.map((tag) => `<option value="${tag}" lang="${tag}">${nameOf(tag)}</option>`).join('\n');

const links = (): string =>
  locales.map((tag) => `<a href="/try?lang=${tag}" lang="${tag}">${nameOf(tag)}</a>`).join(' · ');

const nameOf = (tag: string): string => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

const folder = join(import.meta.dirname, 'inbox');

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
