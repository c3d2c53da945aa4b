import { describeError } from '../runtime/log.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** In USD a month. Undefined where the account does not say. */
export type FetchSmsLimit = () => Promise<number | undefined>;

/** Measures what the account may spend on texts. Signing in goes on without that, so a failure is only logged. */
export async function measureSmsLimit(
  fetchSmsLimit: FetchSmsLimit,
  { log, measure }: Pick<Runtime, 'log' | 'measure'>,
): Promise<void> {
  try {
    const limit = await fetchSmsLimit();
    if (limit === undefined) log.warn('what the account may spend on texts is not told', {});
    else measure({ metric: 'SmsLimit' }, limit);
  } catch (error) {
    log.warn('what the account may spend on texts could not be read', describeError(error));
  }
}
