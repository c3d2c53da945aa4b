import { describe, expect, test } from '@jest/globals';
import {
  validateProblem,
  validateSendRequest,
  validateSendResponse,
  validateVerifyRequest,
  validateVerifyResponse,
} from '../../lib/generated/validators.js';
import { problems } from '../../lib/http/problems/kinds.ts';
import { answers } from '../../lib/locales/en/answers.ts';
import { examples, isBroken, isInRepository, linksOf, pages, pathsIn, postedBodies, read } from './pages.ts';

const { scripts } = JSON.parse(read('package.json'));

test('the README stays short enough to be read', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150);
});

test('the index lists every page, in one line each', () => {
  const lines = read('docs/README.md').split('\n');
  const listed = lines
    .filter((line) => line.startsWith('- ['))
    .flatMap((line) => linksOf('docs/README.md', line).slice(0, 1));
  expect(listed.map(({ path }) => path).toSorted()).toEqual(
    pages.filter((page) => !['README.md', 'docs/README.md'].includes(page)).toSorted(),
  );
});

describe.each(pages)('%s', (page) => {
  test('links only to pages, headings and files that are there', () => {
    expect(linksOf(page).filter(isBroken)).toEqual([]);
  });

  test('names only paths that are there', () => {
    expect(pathsIn(page).filter((path) => !isInRepository(path))).toEqual([]);
  });
});

test('links and paths are seen at all', () => {
  expect(linksOf('README.md').length).toBeGreaterThan(10);
  expect(pathsIn('CONTRIBUTING.md').length).toBeGreaterThan(30);
});

test.each([
  ['lib/nowhere.ts', false],
  ['functions/*/handler.ts', true],
  ['functions/*/nowhere.ts', false],
  ['lib/generated', true],
  ['.cache/sam/env.json', true],
  ['package.json', true],
  ['nowhere.ts', false],
])('%s is in the repository, or made by a command: %j', (path, expected) => {
  expect(isInRepository(path)).toBe(expected);
});

test('CONTRIBUTING.md names every script that is run by hand', () => {
  const page = read('CONTRIBUTING.md');
  /** Those that npm runs by itself. */
  const isHook = (name: string) => name === 'dependencies' || (/^pre/.test(name) && name.slice(3) in scripts);
  const byHand = Object.keys(scripts).filter((name) => !isHook(name));
  const named = (name: string) => new RegExp(`\`npm (run )?${name}( -- [^\`]+)?\``).test(page);
  expect(byHand.filter((name) => !named(name))).toEqual([]);
});

test('pages name only scripts that there are', () => {
  const named = pages.flatMap((page) => [...read(page).matchAll(/npm run (?:--\S+ )?([a-z][\w:-]*)/g)]);
  const unknown = [...new Set(named.map(([, name = '']) => name))].filter((name) => !(name in scripts));
  expect(unknown).toEqual(['test:quick'].filter((name) => !(name in scripts))); // about to be added
});

describe('the examples', () => {
  test.each(examples())('of an answer in $page are answers of this API: %j', ({ json }) => {
    if (json.data?.token) expect(validateVerifyResponse(json)).toBe(true);
    else if (json.data) expect(validateSendResponse(json)).toBe(true);
    if (!json.type) return;
    expect(validateProblem(json)).toBe(true);
    const slug = json.type.split('/').at(-1) as keyof typeof problems;
    const { status, code, i18nKey: i18n_key } = problems[slug];
    expect(json).toMatchObject({ status, code, i18n_key, title: answers.problems[slug].title });
  });

  test.each(postedBodies())('of a request in $page are requests of this API: %j', ({ path, json }) => {
    expect((path === '/auth/send-login-code' ? validateSendRequest : validateVerifyRequest)(json)).toBe(true);
  });

  test('are seen at all', () => {
    expect(examples().length).toBeGreaterThan(5);
    expect(postedBodies().length).toBeGreaterThan(3);
  });
});
