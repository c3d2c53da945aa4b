import leven from 'leven';
import { variable } from '../../lib/settings/variables.ts';
import { givenSettings } from '../stack/settings.ts';
import { stackSettings } from './stack-settings.ts';

const taken: readonly string[] = [...givenSettings, ...stackSettings];
/** Of the functions, but not given: the stack sets them. Yet who gives one means us. */
const known: readonly string[] = [...new Set([...taken, ...Object.keys(variable), 'env'])];

/** Whether the stack takes a setting of this name. */
export const isOurs = (name: string): boolean => taken.includes(name);

/** `CODE_TTL`, `code-ttl` and `codettl` are all meant for `codeTtl`. */
const folded = (name: string): string => name.replace(/[_-]/g, '').toLowerCase();

/** The setting that is meant by a name, if the name differs from it in a quarter of the letters at most. */
export const nearest = (name: string): string | undefined =>
  known
    .map((setting) => ({ setting, edits: leven(folded(name), folded(setting)) }))
    .filter(({ setting, edits }) => edits <= Math.floor(setting.length / 4))
    .toSorted((one, other) => one.edits - other.edits)[0]?.setting;

/** Asks whether another name was meant. */
export function meant(name: string): string {
  const near = nearest(name);
  return near === undefined || near === name ? '' : `: is it ${near}?`;
}
