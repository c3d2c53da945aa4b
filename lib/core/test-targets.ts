import type { Passcode } from './passcode.ts';
import type { Canonical, Target } from './target.ts';
import type { Millis } from './time.ts';

/** An identity for app-store review and end-to-end tests: its code is known beforehand, and nothing is sent. */
export interface TestTarget {
  readonly target: Target & { readonly knownCode: Passcode };
  /** Infinity: never. */
  readonly endsAt: Millis;
}

export type TestTargets = ReadonlyMap<Canonical, TestTarget>;

/** Undefined: somebody real, or a test identity whose time is over. */
export function testTargetAt(targets: TestTargets, canonical: Canonical, now: Millis): Target | undefined {
  const found = targets.get(canonical);
  return found && now < found.endsAt ? found.target : undefined;
}
