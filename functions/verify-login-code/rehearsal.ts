import type { FetchKeys } from '../../lib/aws/secret.ts';
import type { Table } from '../../lib/aws/table.ts';
import { type CodePolicy, issueChallenge } from '../../lib/core/challenge.ts';
import { challengeId } from '../../lib/core/challenge-id.ts';
import { smsBudgetKey } from '../../lib/core/item-keys.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import { readTarget } from '../../lib/http/read-target.ts';
import { nobody, rehearse } from '../../lib/http/rehearsal.ts';
import { routes } from '../../lib/http/routes.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';

interface Parts {
  readonly table: Pick<Table, 'putChallenge'>;
  readonly keys: FetchKeys;
  readonly runtime: Runtime;
  readonly policy: CodePolicy;
}

/** A code of nobody's by each channel that is on: issued, as the other function does it, and brought here. */
export async function rehearseVerify(
  handler: Handler,
  channels: readonly (keyof typeof nobody)[],
  { table, keys, runtime: { now, random }, policy }: Parts,
): Promise<void> {
  for (const channel of channels) {
    const address = nobody[channel];
    const target = await readTarget(address, new Map(), now());
    if ('violations' in target) throw new Error('The address of a rehearsal is not valid');
    const id = challengeId(random(16));
    const counting = { window: 'target', sender: undefined } as const;
    const text = channel === 'sms' ? { budget: smsBudgetKey('*', now()) } : undefined;
    const wanted = { id, target: target.canonical, issuedBy: 'rehearsal', counting, text };
    const { challenge, passcode } = issueChallenge(await keys(), wanted, policy, now());
    await table.putChallenge(challenge);
    await rehearse(handler, routes.verifyLoginCode, { ...address, challenge_id: id, code: passcode });
  }
}
