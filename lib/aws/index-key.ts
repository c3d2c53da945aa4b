import { type IndexSecretSettings, type Keys, keysFromOneSecret } from '../core/keys.ts';
import { once } from '../once.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** For a function that makes and checks no codes: it may read this one secret. It never changes, so it is fetched once. */
export const createIndexKey = (
  settings: IndexSecretSettings,
  endpoint: string | undefined,
  { patience }: Pick<Runtime, 'patience'>,
): (() => Promise<Pick<Keys, 'index'>>) =>
  once(async () => {
    if ('inline' in settings) return keysFromOneSecret(settings.inline);
    const { fetchIndexKey } = await import('./secrets-manager.ts');
    return { index: await fetchIndexKey(settings, endpoint, patience) };
  });
