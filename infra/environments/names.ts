import { nearestOf } from '../../lib/settings/nearest.ts';
import { variable } from '../../lib/settings/variables.ts';
import { givenSettings } from '../stack/settings.ts';
import { stackSettings } from './stack-settings.ts';

const taken: readonly string[] = [...givenSettings, ...stackSettings];
/** Of the functions, but not given: the stack sets them. Yet who gives one means us. */
const known: readonly string[] = [...new Set([...taken, ...Object.keys(variable), 'env'])];

/** Whether the stack takes a setting of this name. */
export const isOurs = (name: string): boolean => taken.includes(name);

/** The setting that is meant by a name. */
export const nearest = (name: string): string | undefined => nearestOf(name, known);

/** Asks whether another name was meant. */
export function meant(name: string): string {
  if (/^words/i.test(name)) return ': your own words stand in NAME.words.json, beside NAME.json';
  const near = nearest(name);
  return near === undefined || near === name ? '' : `: is it ${near}?`;
}
