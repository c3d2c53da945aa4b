import type { Passcode } from './passcode.ts';
import type { Canonical, Target } from './target.ts';
import type { Millis } from './time.ts';

/** An identity for app-store review and end-to-end tests: its code is known in advance, and nothing is sent to it. */
export interface TestTarget {
  readonly target: Target & { readonly knownCode: Passcode };
  /** Infinity: it does not end. */
  readonly endsAt: Millis;
}

export type TestTargets = ReadonlyMap<Canonical, TestTarget>;

/** Undefined: a real person, or a test identity that has ended. */
export function testTargetAt(targets: TestTargets, canonical: Canonical, now: Millis): Target | undefined {
  const found = targets.get(canonical);
  return found && now < found.endsAt ? found.target : undefined;
}
