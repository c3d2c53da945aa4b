import type { Millis } from '../core/time.ts';
import type { ProblemSlug } from '../locales/catalog.ts';
import { type Locale, wordsIn } from '../locales/locales.ts';
import { duration, fill } from '../locales/words.ts';
import { mostBodyBytes } from './body-limit.ts';

/** What varies in the detail of some problems. */
export interface DetailValues {
  readonly wait?: Millis | undefined;
  readonly attemptsLeft?: number | undefined;
}

export const problemDetail = (slug: ProblemSlug, locale: Locale, { wait, attemptsLeft }: DetailValues): string =>
  fill(wordsIn(locale).problems[slug].detail, {
    max_bytes: mostBodyBytes,
    ...(wait !== undefined && { wait: duration(wait, locale) }),
    ...(attemptsLeft !== undefined && { attempts_left: attemptsLeft }),
  });
