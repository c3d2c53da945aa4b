import type { Read } from './values.ts';
import { variable } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings and gathers every complaint, each by its name. Values are never quoted: some are secret. */
export function readerOf<Setting extends string>(env: Environment, nameOf: (setting: Setting) => string) {
  const complaints: string[] = [];
  const textOf = (setting: Setting): string => env[nameOf(setting)]?.trim() ?? '';
  const isSet = (setting: Setting): boolean => textOf(setting) !== '';
  const complain = (setting: Setting, complaint: string): void =>
    void complaints.push(`${nameOf(setting)} ${complaint}`);

  function optional<T>(setting: Setting, read: Read<T>, fallback = ''): T | undefined {
    const text = textOf(setting) || fallback;
    if (text === '') return undefined;
    const reading = read(text);
    if ('value' in reading) return reading.value;
    complain(setting, `must be ${reading.expected}`);
    return undefined;
  }

  return {
    complaints,
    complain,
    isSet,
    optional,
    // Whoever asks for more than `optional` gives must look at the complaints before using any of it.
    withDefault: <T>(setting: Setting, read: Read<T>, fallback: string): T => optional(setting, read, fallback) as T,
    required<T>(setting: Setting, read: Read<T>, why = ''): T {
      if (!isSet(setting)) complain(setting, `is required${why}`);
      return optional(setting, read) as T;
    },
  };
}

export const readVariables = (env: Environment) => readerOf(env, (setting: keyof typeof variable) => variable[setting]);
export type Reader = ReturnType<typeof readVariables>;
