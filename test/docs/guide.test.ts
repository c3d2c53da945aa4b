/** Runs the code that docs/guide.md shows, against the laptop stack. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { listen, loopback, type Running } from '../../infra/local/server.ts';
import { launchBrowser } from '../../infra/tools/gallery/browser.ts';
import { createLoginCode } from '../../lib/client/client.ts';
import { problems } from '../../lib/http/problems/kinds.ts';
import { whyNoBrowser } from '../support/browser.ts';
import { bundled, examplesOf } from '../support/guide.ts';
import { kill, port, ready, startLaptop } from '../support/laptop.ts';
import { someEmail } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { pinnedTag } from '../tools/guide.ts';
import { namesIn, read, root, rowsOf, section } from './pages.ts';

const service = `http://localhost:${port}`;
const folder = join(root, '.cache/guide', String(process.pid));
const example = (title: string, language: string, index = 0): string => {
  const code = examplesOf(title, language, service)[index];
  if (code === undefined) throw new Error(`no example ${index} in ${title}`);
  return code;
};

let stack: ChildProcessWithoutNullStreams;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  stack = startLaptop(port, { CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off' });
  await ready(stack);
});
afterAll(async () => {
  await kill(stack);
  rmSync(folder, { recursive: true });
});

const codeTo = async (to: string): Promise<string> => {
  const messages = (await (await fetch(`${service}/_local/messages`)).json()) as Record<string, string>[];
  return secret(messages.findLast((message) => message.to === to)?.text?.match(/\b\d{6}\b/)?.[0] ?? '');
};

async function tokenFor(email: string): Promise<string> {
  const login = createLoginCode({ url: service });
  await login.send({ email });
  const result = await login.verify(await codeTo(email));
  return result.ok ? secret(result.token) : '';
}

/** As a module of its own, in a process of its own or in this one. */
function written(name: string, code: string): string {
  const file = join(folder, name);
  writeFileSync(file, code);
  return file;
}

test('pins the element as it is now: npm run guide', () => {
  expect(read('docs/guide.md')).toContain(`<!-- npm run guide -->\n${pinnedTag()}\n<!-- end -->`);
});

test('says what to do about every problem, and about no answer', () => {
  const named = rowsOf(section('docs/guide.md', 'Problems')).flatMap(([names]) => namesIn(names));
  expect(named.toSorted()).toEqual([...Object.keys(problems), 'no-answer'].toSorted());
});

test('lists the parts and custom properties that the element has, and no others', () => {
  const looks = section('docs/guide.md', 'Looks');
  const sources = ['style.ts', 'view.ts'].map((file) => readFileSync(join(root, 'lib/element', file), 'utf8')).join();
  const distinct = (found: Iterable<string>) => [...new Set(found)].toSorted();
  const properties = /--login-code-[a-z-]+/g;
  expect(distinct(looks.match(properties) ?? [])).toEqual(distinct(sources.match(properties) ?? []));
  const parts = [...sources.matchAll(/part="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '));
  expect(namesIn(/Its parts are (.+?)\./s.exec(looks)?.[1]).toSorted()).toEqual(distinct(parts));
});

describe('Express', () => {
  const appPort = 32_600 + (process.pid % 100);
  let program: ChildProcess;
  beforeAll(async () => {
    const env = { PATH: process.env.PATH, ISSUER: service, AUDIENCE: 'development', PORT: String(appPort) };
    const file = written('express.mjs', example('Your backend: Express', 'js'));
    program = spawn(process.execPath, [file], { env, stdio: 'ignore' });
    while (program.exitCode === null && !(await fetch(`http://localhost:${appPort}/`).catch(() => undefined))) {
      await pause(50);
    }
  });
  afterAll(() => void program.kill('SIGKILL'));

  const post = (token: string) =>
    fetch(`http://localhost:${appPort}/session`, { method: 'POST', body: new URLSearchParams({ token }) });

  test('takes the token that the form posts, and no other', async () => {
    const email = someEmail();
    const answer = await post(await tokenFor(email));
    expect([answer.status, await answer.text()]).toEqual([200, `Welcome, ${email}`]);
    expect((await post('a.b.c')).status).toBe(401);
  });
});

describe('Next.js with Auth.js', () => {
  test('knows the person of a token by sub, and nobody by another text', async () => {
    const env = `process.env.ISSUER = '${service}'; process.env.AUDIENCE = 'development';`;
    const { handlers } = await import(
      written('auth.mjs', `${env}\n${await bundled(example('Next.js with Auth.js', 'js'), '', 'node')}`)
    );
    const [{ authorize }] = handlers.providers;
    const email = someEmail();
    expect(await authorize({ token: await tokenFor(email) })).toEqual({
      id: expect.stringMatching(/^[\w-]{43}$/),
      email,
    });
    expect(await authorize({ token: 'a.b.c' })).toBeNull();
  });

  test('renders its page on a server, which has no elements', async () => {
    const more = `import { renderToString } from 'react-dom/server'; export const html = renderToString(<SignInPage />);`;
    const { html } = await import(
      written('page.mjs', await bundled(example('Next.js with Auth.js', 'jsx'), more, 'node'))
    );
    expect(html).toBe(`<login-code url="${service}"></login-code>`);
  });
});

describe('a form of your own', () => {
  const code = example('A form of your own', 'ts');

  test('is what strict types take', () => {
    const file = written('form.ts', code.replace("'login-code/client'", `'${join(root, 'lib/client/client.ts')}'`));
    const options = ['--strict', '--noEmit', '--skipLibCheck', '--allowImportingTsExtensions', '--module', 'nodenext'];
    const libraries = ['--target', 'es2024', '--lib', 'es2024,dom', '--types', '', '--ignoreConfig'];
    const tsc = [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...libraries, file];
    expect(spawnSync(process.execPath, tsc, { encoding: 'utf8' }).stdout).toBe('');
  });

  test('asks, says how long to wait, says what is wrong, and gets a token', async () => {
    const form = await import(written('form.mjs', await bundled(code, '', 'node')));
    const email = someEmail();
    expect(await form.ask('sophie')).toMatch(/email address/);
    expect(await form.ask(email)).toMatch(/^A code is on its way to .\*\*\*/);
    expect(await form.askAgain()).toMatch(/^Please wait \d+ seconds\.$/);
    const right = await codeTo(email);
    expect(await form.check(right.replace(/./g, (digit) => String((Number(digit) + 1) % 10)))).toEqual({
      message: expect.stringContaining('Attempts left: 4'),
    });
    const { token } = await form.check(right);
    expect(secret(token).split('.')).toHaveLength(3);
  });
});

(whyNoBrowser ? describe.skip : describe)(`in a browser${whyNoBrowser ? `: ${whyNoBrowser}` : ''}`, () => {
  let browser: Browser;
  let app: Running;
  /** What the app's server answers with, by path. */
  const answers = new Map<string, readonly [type: string, body: string]>();
  beforeAll(async () => {
    browser = await launchBrowser();
    const server = createServer(async (request, response) => {
      const [type, body] = answers.get(request.url ?? '') ?? ['text/plain', ''];
      const posted = (await request.toArray()).join('');
      response.setHeader('content-type', `${type}; charset=utf-8`).end(body || posted);
    });
    app = await listen(server, 0, loopback);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function open(html: string, script = ''): Promise<Page> {
    const body = `<!doctype html><html lang="en"><title>App</title><body>${html}`;
    answers.set('/', ['text/html', script ? `${body}<script type="module" src="/app.js"></script>` : body]);
    answers.set('/app.js', ['text/javascript', script]);
    const page = await browser.newPage();
    await page.goto(app.url);
    return page;
  }

  async function signIn(page: Page): Promise<void> {
    const email = someEmail();
    await page.getByLabel('Email or phone number').fill(email);
    await page.keyboard.press('Enter');
    await page.getByLabel(/^Code sent to/).waitFor();
    await page.keyboard.type(await codeTo(email));
    await page.keyboard.press('Enter');
  }

  const shown = async (page: Page): Promise<string> => {
    await page.waitForFunction('window.signedIn');
    return secret(await page.evaluate<string>('window.signedIn'));
  };

  test('two lines in a form post the token', async () => {
    const page = await open(example('In a minute', 'html'));
    await signIn(page);
    await page.waitForURL('**/session');
    const posted = new URLSearchParams((await page.locator('body').textContent()) ?? '');
    expect(secret(posted.get('token') ?? '').split('.')).toHaveLength(3);
  });

  test('the pinned tag is taken with its integrity, and refused with another', async () => {
    const tag = example('Pinning the version', 'html');
    const element = '<login-code></login-code>';
    const page = await open(tag + element);
    await page.getByLabel('Email or phone number').waitFor();
    const refused = await open(tag.replace(/sha384-..../, 'sha384-AAAA') + element);
    await refused.waitForLoadState('networkidle');
    expect(await refused.evaluate('customElements.get("login-code") === undefined')).toBe(true);
  });

  const renderWith = (name: string) => `import { createRoot } from 'react-dom/client';
    createRoot(document.getElementById('root')).render(<${name} onSignedIn={(token) => { window.signedIn = token; }} />);`;
  const place = '<div id="root"></div>';

  test('React shows the element and hears of the token', async () => {
    const page = await open(place, await bundled(example('React', 'jsx'), renderWith('SignIn'), 'browser'));
    await signIn(page);
    expect((await shown(page)).split('.')).toHaveLength(3);
  });

  test('the page of Next.js loads the element, and gives the token to Auth.js', async () => {
    const script = await bundled(example('Next.js with Auth.js', 'jsx'), renderWith('SignInPage'), 'browser');
    const page = await open(place, script);
    await signIn(page);
    expect((await shown(page)).split('.')).toHaveLength(3);
  });

  test('the screen of Expo asks for the code, says what is wrong, and gets the token', async () => {
    const page = await open(place, await bundled(example('Expo', 'jsx'), renderWith('SignIn'), 'browser'));
    const email = someEmail();
    await page.getByPlaceholder('Email').fill('sophie');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('alert').filter({ hasText: 'fields are missing or invalid' }).waitFor();
    await page.getByPlaceholder('Email').fill(email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    const code = page.getByPlaceholder('***');
    await code.waitFor();
    await code.fill(await codeTo(email));
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect((await shown(page)).split('.')).toHaveLength(3);
  });
});
