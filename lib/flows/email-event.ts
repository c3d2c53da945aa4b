import { parseEmailAddress } from '../core/email-address.ts';
import { type EmailEvent, isUnreachable, readEmailEvent, unreachableFor } from '../core/email-event.ts';
import type { Keys } from '../core/keys.ts';
import { devicesWindow, strangersWindow, type TargetWindow } from '../core/target-window.ts';
import type { Millis } from '../core/time.ts';

export interface MarkTable {
  /** Whoever asks for a code in this window before `until` is told that it cannot be delivered. Makes no item. */
  markUnreachable(window: TargetWindow, until: Millis, now: Millis): Promise<void>;
}

export interface EmailEventDeps {
  readonly count: (event: EmailEvent) => void;
  /** Absent: nobody is marked, and no key is fetched. */
  readonly marking?: { readonly table: MarkTable; readonly keys: () => Promise<Pick<Keys, 'index'>> } | undefined;
  readonly now: () => Millis;
}

const noLimits = { targetLimits: [], targetCallerLimits: [], deviceLimits: [], devices: undefined };

/** Takes an event record of SES. If it throws, the record comes again: the mark is the same, and it counts twice. */
export const createRecordEmailEvent =
  ({ count, marking, now }: EmailEventDeps) =>
  async (record: unknown): Promise<void> => {
    const event = readEmailEvent(record);
    if (!event) return;
    count(event);
    if (!marking || !isUnreachable(event) || event.to === undefined) return;
    const target = parseEmailAddress(event.to);
    if (typeof target === 'string') return;
    const { index } = await marking.keys();
    const at = now();
    const windows = [strangersWindow(index, target, undefined, noLimits), devicesWindow(index, target, {}, noLimits)];
    await Promise.all(windows.map((window) => marking.table.markUnreachable(window, at + unreachableFor, at)));
  };
