import { minute, toSeconds } from '../core/time.ts';
import { elementFiles } from '../generated/element-files.js';
import { type Keep, problem, type Reply } from './chain/reply.ts';

/** The element imports its languages from its own folder. `/login-code.js` stands beside that folder. */
const entry = elementFiles.element.script.replaceAll('import("./', 'import("./login-code/');

/**
 * What browsers load for `<login-code>`. Undefined: the element under its short name. Otherwise a file by name and hash.
 * A page may still know the hash of an earlier deployment: it gets today's file, and a browser that was given an
 * `integrity` refuses it.
 */
export function elementReply(file: string | undefined): Reply {
  if (file === undefined) return moduleFile(entry, scriptMaxAge);
  const [, name = '', hash] = /^([\w-]+)-([0-9A-Z]{8})\.js$/.exec(file) ?? [];
  if (!isElementFile(name)) return problem('not-found');
  const { script, hash: current } = elementFiles[name];
  return moduleFile(script, hash === current ? 'forever' : scriptMaxAge);
}

/** Short, so that a deployment is soon what everybody has. */
const scriptMaxAge = toSeconds(5 * minute);

const moduleFile = (text: string, keep: Keep): Reply => ({
  kind: 'file',
  type: 'text/javascript; charset=utf-8',
  text,
  keep,
});

const isElementFile = (name: string): name is keyof typeof elementFiles => Object.hasOwn(elementFiles, name);
