import type { Ask, Asked, Check } from './ask.ts';
import { describingChecks } from './describing.ts';
import { loadingChecks } from './loading.ts';
import { refusingChecks } from './refusing.ts';
import { sendingChecks } from './sending.ts';
import { verifyingChecks } from './verifying.ts';

/** In the order to run them. */
export function checksOf(url: string, to: string, ask: Ask): readonly Check[] {
  const asked: Asked = { url, to, target: to.startsWith('+') ? { phone: to } : { email: to }, ask };
  return [sendingChecks, verifyingChecks, refusingChecks, describingChecks, loadingChecks].flatMap((checks) =>
    checks(asked),
  );
}
