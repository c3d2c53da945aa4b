import type { Quota } from './limits.ts';
import { day, type Millis, minute } from './time.ts';

/**
 * `off`    texts are not judged by their answers
 * `watch`  what the guard would refuse is only reported
 * `block`  it is refused
 * `auto`   watches until there is enough history, and then blocks
 */
export const guardModes = ['auto', 'block', 'watch', 'off'] as const;
export type GuardMode = (typeof guardModes)[number];

/** The texts of one UTC day to a country, or to a number block. */
export interface DayOfTexts {
  /** Their codes were typed in. */
  readonly verified: number;
  /** Not yet, or never. */
  readonly unanswered: number;
}

/** So many days before today are looked at: with today, two weeks. */
export const historyDays = 13;

/** `auto` blocks when the first text is this long ago. */
export const historyNeeded: Millis = 7 * day;

/** When a refused person may try again. It promises nothing: that depends on what others answer. */
export const guardWait: Millis = 10 * minute;

/** Of texts that people ask for, some are never answered. More than usual by this factor is suspect. */
const tolerance = 1.5;

/** Unanswered texts for each verified one: 0.2 where five of six are verified. Nobody's usual is taken for less or more. */
const usual = { least: 0.2, most: 0.7 };

/** A day with fewer verified texts does not tell what is usual. */
const minVerified = 10;

/** So many may stay unanswered in a day, whatever is known. */
export const minCap = { country: 20, busyCountry: 10, block: 5 };

/** One person is sent three codes in an hour, by `TARGET_CALLER_LIMITS`. A caller that asks more often is busy. */
const mostOfOne = 3;

/** How many texts to a country may be unanswered today. `past` is the days before, yesterday first. */
export function countryCap(today: DayOfTexts, past: readonly DayOfTexts[]): number {
  const [, secondBest = 0] = past.map(({ verified }) => verified).toSorted((one, other) => other - one);
  const sinceYesterday = today.verified + (past[0]?.verified ?? 0);
  return Math.max(minCap.country, Math.round(tolerance * usualPart(past) * Math.max(secondBest, sinceYesterday)));
}

/** Standard deviations above what is expected. Chance alone reaches them once in 300 tries. */
const deviations = 2.75;

/**
 * The same for a busy caller: what today's answers let expect, and what chance may add. So a few addresses cannot use up
 * the room of a country: people on all others still find some.
 */
export function busyCountryCap(today: DayOfTexts, past: readonly DayOfTexts[]): number {
  const expected = usualPart(past) * today.verified;
  const room = Math.max(minCap.busyCountry, Math.round(expected + deviations * Math.sqrt(expected)));
  return Math.min(room, countryCap(today, past));
}

/**
 * By the longest of the limits: of a caller an hour by default, of a person's known devices a day. Where callers have no limits,
 * none is busy.
 */
export function isBusy(quotas: readonly Quota[]): boolean {
  const [longest] = quotas.toSorted((one, other) => other.limit.window - one.limit.window);
  return longest !== undefined && longest.limit.max - longest.remaining > mostOfOne;
}

/** How many texts to a number block may be unanswered today. */
export function blockCap(today: DayOfTexts, past: readonly DayOfTexts[]): number {
  const best = Math.max(...[today, ...past].map(({ verified }) => verified));
  return Math.max(minCap.block, Math.round(tolerance * usual.least * best));
}

/** The median of the days: an attack has to last a week before it counts as usual. */
function usualPart(past: readonly DayOfTexts[]): number {
  const parts = past
    .filter(({ verified }) => verified >= minVerified)
    .map(({ verified, unanswered }) => unanswered / verified)
    .toSorted((one, other) => one - other);
  const median = parts[Math.floor(parts.length / 2)] ?? usual.least;
  return Math.min(usual.most, Math.max(usual.least, median));
}
