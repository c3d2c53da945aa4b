import { describe, expect, test } from '@jest/globals';
import { blockCap, busyCountryCap, countryCap, type DayOfTexts, isBusy, minCap } from '../../lib/core/guard.ts';
import { type BudgetKey, daysBefore } from '../../lib/core/item-keys.ts';
import { quotas } from '../../lib/core/limits.ts';
import { numberBlock } from '../../lib/core/number-block.ts';
import type { Canonical } from '../../lib/core/target.ts';
import { hour, minute, second } from '../../lib/core/time.ts';
import { secret } from '../support/recorded.ts';

const aDay = (verified: number, unanswered = 0): DayOfTexts => ({ verified, unanswered });
const days = (...verified: readonly number[]): DayOfTexts[] => verified.map((each) => aDay(each));

describe('in a country', () => {
  test('20 texts a day may be unanswered, whatever is known', () => {
    expect(countryCap(aDay(0), [])).toBe(20);
    expect(countryCap(aDay(0), days(...Array.from({ length: 13 }, () => 60)))).toBe(20);
  });

  test('0.3 for each verified text of the second-best day: one launch does not open the gates for two weeks', () => {
    expect(countryCap(aDay(0), days(0, 5_000, 1_000, 900))).toBe(300);
    expect(countryCap(aDay(0), days(0, 5_000, 5_000, 900))).toBe(1_500);
  });

  test('a launch day raises its own cap as people answer, and the next day keeps it', () => {
    expect(countryCap(aDay(4_000), days(1_000, 1_000))).toBe(1_500);
    expect(countryCap(aDay(0), days(5_000, 1_000, 1_000))).toBe(1_500);
  });

  test('where people usually answer fewer texts, more may be unanswered', () => {
    const past = Array.from({ length: 13 }, () => aDay(1_000, 500));
    expect(countryCap(aDay(0), past)).toBe(750);
  });

  test('an attack counts as usual only when it has lasted on most days', () => {
    const past = (attacked: number) => Array.from({ length: 13 }, (_, i) => aDay(1_000, i < attacked ? 5_000 : 150));
    expect(countryCap(aDay(0), past(6))).toBe(300);
    expect(countryCap(aDay(0), past(7))).toBe(1_050);
  });

  test('days with few texts do not say what is usual', () => {
    expect(countryCap(aDay(200), days(0))).toBe(60);
    expect(countryCap(aDay(200), [aDay(0), aDay(9, 9)])).toBe(60);
  });
});

describe('for a busy caller in a country', () => {
  test('10 texts a day may be unanswered, or what the answers of today let expect and 2.75 standard deviations', () => {
    expect(busyCountryCap(aDay(0), [])).toBe(minCap.busyCountry);
    expect(busyCountryCap(aDay(500), days(500, 500))).toBe(Math.round(100 + 2.75 * 10));
    expect(busyCountryCap(aDay(500), [aDay(500, 250), aDay(500, 250)])).toBe(Math.round(250 + 2.75 * Math.sqrt(250)));
  });

  test('the days before give no room: people on other addresses find it in the morning', () => {
    const past = days(1_000, 1_000);
    expect([busyCountryCap(aDay(0), past), countryCap(aDay(0), past)]).toEqual([10, 300]);
  });

  test('never more may be unanswered than for others', () => {
    const past = days(0, 0);
    expect(busyCountryCap(aDay(100), past)).toBe(countryCap(aDay(100), past));
  });
});

describe('a caller is busy', () => {
  const limits = [
    { max: 20, window: minute },
    { max: 100, window: hour },
  ];
  const isBusyWith = (hits: readonly number[]) => isBusy(quotas(hits, limits, hour));

  test('with the fourth request in its longest interval', () => {
    expect(isBusyWith([hour, hour - 20 * minute, hour - 40 * minute])).toBe(false);
    expect(isBusyWith([hour, hour - 20 * minute, hour - 40 * minute, second])).toBe(true);
    expect(isBusyWith([hour, hour - 20 * minute, hour - 40 * minute, 0])).toBe(false);
  });

  test('never where callers have no limits', () => {
    expect(isBusy([])).toBe(false);
  });
});

describe('in a number block', () => {
  test('5 texts a day may be unanswered, or 0.3 for each verified one of its best day', () => {
    expect(blockCap(aDay(0), [])).toBe(minCap.block);
    expect(blockCap(aDay(0), days(10, 100))).toBe(30);
    expect(blockCap(aDay(200), days(10, 100))).toBe(60);
  });

  test('are ten thousand numbers', () => {
    const [one, next] = [secret('+12025550123'), secret('+12025560123')] as Canonical[] as [Canonical, Canonical];
    expect(numberBlock(one)).toBe(numberBlock(secret('+12025559999') as Canonical));
    expect(numberBlock(one)).not.toBe(numberBlock(next));
  });
});

test('the days before are counted over months and years', () => {
  expect(daysBefore('sms#US#2028-03-01' as BudgetKey, 2)).toEqual(['sms#US#2028-02-29', 'sms#US#2028-02-28']);
  expect(daysBefore('sms#US#2027-01-01' as BudgetKey, 1)).toEqual(['sms#US#2026-12-31']);
});
