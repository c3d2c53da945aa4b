import type { Caller } from './caller.ts';
import { type IndexKey, mac } from './mac.ts';
import type { Canonical, CountedAs } from './target.ts';

declare const kind: unique symbol;

/** Names one of those who share a window, in the attributes of its item. */
export type ShareTag = string & { readonly [kind]: 'share' };

/** Names the person whose wrong codes are counted, in the attributes of a window's item. */
export type PersonTag = string & { readonly [kind]: 'person' };

/** A challenge keeps the name of the window that counted it. */
export type WindowName = 'target' | 'devices';

/** Enough to keep the tags of one item apart. Nobody can choose a tag without the key. */
const tagBytes = 6;

/** Another one for each target: two items do not show that one caller asked for both. */
export const callerTag = (index: IndexKey, target: CountedAs, caller: Caller): ShareTag =>
  tag(mac(index, 'share', target, caller)) as ShareTag;

/** Another one in each window, for the same reason. */
export const personTag = (index: IndexKey, window: WindowName, person: Canonical): PersonTag =>
  tag(mac(index, 'person', window, person)) as PersonTag;

const tag = (whole: Buffer): string => whole.subarray(0, tagBytes).toString('base64url');
