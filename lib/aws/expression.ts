import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Millis } from '../core/time.ts';
import { number } from './items.ts';

/** True while the list, newest first, allows one more under `max`: its hit at `max - 1` is not after `start`. */
export const hasRoom = (list: string, max: number, start: string): string =>
  `(attribute_not_exists(${list}[${max - 1}]) OR ${list}[${max - 1}] <= ${start})`;

export const absentOr = (name: string, comparison: string): string =>
  `(attribute_not_exists(${name}) OR ${name} ${comparison})`;

/** Puts `:time` before the list. */
export const prepended = (list: string): string => `${list} = list_append(:time, if_not_exists(${list}, :none))`;

/** The values that `prepended` needs. */
export const timeValues = (now: Millis): Record<string, AttributeValue> => ({
  ':time': { L: [number(now)] },
  ':none': { L: [] },
});
