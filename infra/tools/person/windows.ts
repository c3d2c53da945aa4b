import type { Item, Items } from '../../../lib/aws/items.ts';
import { windowItemOf } from '../../../lib/aws/window-item.ts';
import type { IndexKey } from '../../../lib/core/mac.ts';
import type { Target } from '../../../lib/core/target.ts';
import { devicesWindow, strangersWindow, type TargetWindow } from '../../../lib/core/target-window.ts';
import { day, hour, type Millis } from '../../../lib/core/time.ts';
import { runOf } from '../../../lib/core/window-item.ts';

const noLimits = { targetLimits: [], targetCallerLimits: [], deviceLimits: [], devices: undefined };

/** The two items that hold what is counted for a person, and what they hold now. */
export interface PersonWindow {
  readonly title: string;
  readonly window: TargetWindow;
  readonly item: Item | undefined;
}

export async function windowsOf(index: IndexKey, target: Target, items: Items): Promise<readonly PersonWindow[]> {
  const windows = [
    { title: 'Asked for by strangers', window: strangersWindow(index, target, undefined, noLimits) },
    { title: 'Asked for by known devices', window: devicesWindow(index, target, {}, noLimits) },
  ];
  return Promise.all(windows.map(async (each) => ({ ...each, item: await items.read(each.window.key) })));
}

/** In words, one fact a line. */
export function describeWindow({ title, window, item }: PersonWindow, now: Millis): readonly string[] {
  if (!item) return [`${title}: nothing is stored.`];
  const held = windowItemOf(item);
  const within = (length: Millis): number => held.hits.filter((hit) => hit > now - length).length;
  const lockedUntil = Math.max(held.commonLockedUntil, held.lockedUntil.get(window.lock.person) ?? 0);
  const ended = [...held.wrong.values()].filter((wrong) => wrong.length >= 10).length;
  return [
    `${title}: item ${window.key}`,
    `  codes: ${within(hour)} in the last hour, ${within(day)} in the last day, shared by ${held.shareHits.size}`,
    `  wrong codes in a row: ${runOf(held, window.lock.person).length}`,
    ...(ended > 0 ? [`  callers whose share ended after wrong codes: ${ended}`] : []),
    lockedUntil > now ? `  locked until ${new Date(lockedUntil).toISOString()}` : '  not locked',
    ...(held.revokedAt > 0 ? [`  devices from before ${new Date(held.revokedAt).toISOString()} are revoked`] : []),
  ];
}
