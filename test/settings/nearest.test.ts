import { expect, test } from '@jest/globals';
import { nearestOf } from '../../lib/settings/nearest.ts';

const known = ['codeTtl', 'codeLength', 'full'];

test.each([
  ['CODE_TTL', 'codeTtl'],
  ['codelenght', 'codeLength'],
  ['ful', 'full'],
  ['brief', undefined],
])('by %s, %s is meant', (name, meant) => expect(nearestOf(name, known)).toBe(meant));
