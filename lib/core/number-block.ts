import type { Canonical } from './target.ts';

declare const kind: unique symbol;

/** Ten thousand numbers that follow each other: whoever sells them owns them together. */
export type NumberBlock = string & { readonly [kind]: 'block' };

/** E.164 without the last four digits. */
export const numberBlock = (number: Canonical): NumberBlock => number.slice(0, -4) as NumberBlock;
