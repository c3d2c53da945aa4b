import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pages.ts';

export interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** Every test that a text names, as `test/some.test.ts › its name`. */
export const testsNamedIn = (text: string): readonly NamedTest[] =>
  [...text.matchAll(/`(test\/[^`›]+?) › ([^`]+)`/g)].map(([, file = '', name = '']) => ({ file, name }));

/** What a source calls its tests: the first argument of `test`, `describe`, and what their `each` gives. */
export function namesOfTests(source: string): ReadonlySet<string> {
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const calls = code.matchAll(/(?:\b(?:test|describe)|\))\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"([^"\n]+)"|`([^`]+)`),/g);
  return new Set([...calls].map(([, single, double, template]) => single ?? double ?? template ?? ''));
}

/** What is wrong with it: undefined if the suite runs a test of this name. */
export function faultOf({ file, name }: NamedTest): string | undefined {
  if (!/^test\/.+\.test\.ts$/.test(file) || !existsSync(join(root, file))) return 'the suite has no such file';
  const source = readFileSync(join(root, file), 'utf8');
  return namesOfTests(source).has(name) ? undefined : 'the file has no such test';
}
