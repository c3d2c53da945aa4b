import type { Channel } from './core/target.ts';
import type { Runtime } from './runtime.ts';

/** Each use of a test identity is told, since whoever knows its code can sign in as it. */
export function noteTestUse(channel: Channel, { log, measure }: Pick<Runtime, 'log' | 'measure'>): void {
  log.warn('a test identity was used', { channel });
  measure({ metric: 'TestTargetUsed', channel });
}
