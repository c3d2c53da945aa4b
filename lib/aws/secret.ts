import { codeKeyNamed, type Keys, keysFromOneSecret, type SecretArns, type SecretSettings } from '../core/keys.ts';
import { hour, type Millis, second } from '../core/time.ts';
import { describeError } from '../runtime/log.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** `codeKeyId` names the code key that is wanted, if a certain one is. */
export type FetchKeys = (codeKeyId?: string) => Promise<Keys>;

/** After this long every function has seen a rotation. */
const keptFor: Millis = hour;

/** An unknown key may be a new one, so the secrets are fetched again, but not more often than this. */
const askedEvery: Millis = 30 * second;

type Fetching = Pick<Runtime, 'now' | 'log' | 'patience'>;

/** Fetched by the first request of a container. Throws if they cannot be fetched. */
export function createKeys(
  settings: SecretSettings,
  endpoint: string | undefined,
  { now, log, patience }: Fetching,
): FetchKeys {
  if ('inline' in settings) {
    const keys = Promise.resolve(keysFromOneSecret(settings.inline));
    return () => keys;
  }
  const load = async (arns: SecretArns) => (await import('./secrets-manager.ts')).fetchKeys(arns, endpoint, patience);
  let held: Keys | undefined;
  let askedAt: Millis = 0;
  let asking: Promise<Keys> | undefined;

  const ask = (): Promise<Keys> => {
    askedAt = now();
    asking ??= load(settings).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return async (codeKeyId) => {
    if (!held) {
      held = await ask();
      return held;
    }
    const age = now() - askedAt;
    const unknown = codeKeyId !== undefined && !codeKeyNamed(held, codeKeyId);
    if (unknown && age >= askedEvery) held = await ask();
    if (!unknown && age >= keptFor) held = await ask().catch(keepOn(held));
    return held;
  };

  /** The keys held still make and check codes. */
  function keepOn(keys: Keys) {
    return (error: unknown): Keys => {
      askedAt = now() - keptFor + askedEvery;
      log.warn('the secrets could not be fetched again: going on with those held', describeError(error));
      return keys;
    };
  }
}
