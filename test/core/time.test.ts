import { expect, test } from '@jest/globals';
import { utcDate } from '../../lib/core/time.ts';

test('a date is the one of its own moment, whichever was asked for before', () => {
  const moments = [
    '2026-11-28T00:00:00.000Z',
    '2026-11-28T23:59:59.999Z',
    '2026-11-29T00:00:00.000Z',
    '1969-12-31T12:00:00.000Z',
  ];
  const asked = [...moments, ...moments.toReversed(), ...moments];
  expect(asked.map((moment) => utcDate(Date.parse(moment)))).toEqual(asked.map((moment) => moment.slice(0, 10)));
});
