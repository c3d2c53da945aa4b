import { type Environment, readerOf } from '../../lib/settings/reader.ts';
import type { StackSetting } from './stack-settings.ts';

/** Reads the settings of the stack by their own names. */
export const readStackSettings = (given: Environment) => readerOf(given, (name: StackSetting) => name);
export type StackReader = ReturnType<typeof readStackSettings>;
