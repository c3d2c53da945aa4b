import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Build } from './builds.ts';

const root = join(import.meta.dirname, '../../..');

/**
 * From now on the build's file is loaded with its fault in it. What this gives is called when all is loaded: it throws if the file
 * was not among it.
 */
export function breakSource({ file, replaced }: Build): () => void {
  const broken = pathToFileURL(join(root, file)).href;
  let isLoaded = false;
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (url !== broken) return loaded;
      isLoaded = true;
      const source = replaced.reduce((text, piece) => withReplaced(text, ...piece), String(loaded.source));
      return { ...loaded, source };
    },
  });
  return () => {
    if (!isLoaded) throw new Error(`${file} was not loaded, so nothing in it is broken`);
  };
}

/** Throws unless `from` is there exactly once. */
export function withReplaced(text: string, from: string, to: string): string {
  const pieces = text.split(from);
  if (pieces.length !== 2) throw new Error(`There ${pieces.length - 1} times, not once: ${from}`);
  return pieces.join(to);
}
