import { type Faulty, faulty } from './draft.ts';
import type { Read, Reading } from './values.ts';
import { variable } from './variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings, and collects what is wrong with them. A setting is looked up, and named in complaints, by what
 * `nameOf` calls it. Complaints never quote a value: some are secret.
 */
export function readerOf<Setting extends string>(given: Environment, nameOf: (setting: Setting) => string) {
  const complaints: string[] = [];
  const textOf = (setting: Setting): string => given[nameOf(setting)]?.trim() ?? '';
  const isSet = (setting: Setting): boolean => textOf(setting) !== '';
  const complain = (setting: Setting, complaint: string): void =>
    void complaints.push(`${nameOf(setting)} ${complaint}`);

  function accept<T>(setting: Setting, reading: Reading<T>): T | Faulty {
    if ('value' in reading) return reading.value;
    complain(setting, `must be ${reading.expected}`);
    return faulty;
  }

  return {
    complaints,
    complain,
    isSet,
    nameOf,
    optional: <T>(setting: Setting, read: Read<T>): T | Faulty | undefined =>
      isSet(setting) ? accept(setting, read(textOf(setting))) : undefined,
    /** If the fallback is faulty, another setting was complained about, so there is no complaint about this one. */
    withDefault<T>(setting: Setting, read: Read<T>, fallback: string | Faulty): T | Faulty {
      if (isSet(setting)) return accept(setting, read(textOf(setting)));
      return fallback === faulty ? faulty : accept(setting, read(fallback));
    },
    required<T>(setting: Setting, read: Read<T>, why = ''): T | Faulty {
      if (isSet(setting)) return accept(setting, read(textOf(setting)));
      complain(setting, `is required${why}`);
      return faulty;
    },
  };
}

export type Setting = keyof typeof variable;
export type Reader = ReturnType<typeof readerOf<Setting>>;

/** Reads the settings of a function: environment variables. */
export const readVariables = (env: Environment): Reader => readerOf(env, (setting) => variable[setting]);
