import leven from 'leven';
import type { Environment } from '../../lib/settings/reader.ts';
import { variable } from '../../lib/settings/variables.ts';
import { ownVariables } from './ports.ts';

const known: readonly string[] = [...Object.values(variable), ...ownVariables];

/** Short names are near to too much that a shell has, as HOST is to PORT. */
const minLength = 8;
const maxEdits = 2;

/**
 * What to tell about variables that are no settings, but nearly: `CODE_LENGHT`. They are not refused, since the environment
 * holds the variables of other programs too.
 */
export const misspelt = (env: Environment): readonly string[] =>
  Object.keys(env).flatMap((name) => {
    if (known.includes(name)) return [];
    const near = known.find((setting) => setting.length >= minLength && leven(name, setting) <= maxEdits);
    return near
      ? [`${name} is not a setting, and changes nothing. If you mean ${near}, stop this, and write it so.`]
      : [];
  });
