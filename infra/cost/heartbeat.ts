import { priceOf, prices } from './prices.ts';
import { stated } from './stated.ts';

const beatsAMonth = (730 * 60) / 3;

/** An identity asks for a code and verifies it, the key set is read, and a mailbox is sent a code. */
const requests = 4;

/** USD of one run, by what it calls. */
export function beatCost({ firewall, email }: { readonly firewall: boolean; readonly email: boolean }): number {
  const { memory, billedMs, functionsMs, logBytes, writeUnits } = stated.heartbeat;
  const asked = email ? requests : requests - 1;
  return (
    priceOf(asked, prices.restApi) +
    (firewall ? priceOf(asked, prices.wafRequest) : 0) +
    priceOf(asked + 1, prices.lambdaRequest) +
    priceOf((memory * billedMs + stated.memory * functionsMs) / 1_000, prices.lambdaArm) +
    priceOf(writeUnits, prices.dynamoDbWrite) +
    priceOf(1, prices.kmsSign) +
    priceOf(logBytes, prices.logsIngested) +
    (email ? priceOf(1, prices.sesMail) : 0)
  );
}

/** USD a month. */
export const heartbeatMonthly = (stack: Parameters<typeof beatCost>[0]): number => beatsAMonth * beatCost(stack);
