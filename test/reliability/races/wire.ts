import { routes } from '../../../lib/http/routes.ts';
import type { Answer, Send, Verify } from './history.ts';
import type { Done, Order } from './order.ts';

/** The request, as a client makes it. */
export function orderOf(asked: Send | Verify): Order {
  const { person, ip } = asked;
  const address = person.budget === 'email' ? { email: person.address } : { phone: person.address };
  if (asked.kind === 'verify') {
    const body = { ...address, challenge_id: asked.challengeId, code: asked.code };
    return { path: routes.verifyLoginCode.path, body, headers: {}, ip };
  }
  const { idempotencyKey, challengeId, device } = asked;
  return {
    path: routes.sendLoginCode.path,
    body: { ...address, challenge_id: challengeId, device_token: device?.token },
    headers: idempotencyKey === undefined ? {} : { 'Idempotency-Key': `"${idempotencyKey}"` },
    ip,
  };
}

/** What a client reads in the answer. */
export function answerIn({ answer }: Done): Answer | undefined {
  if (!answer) return undefined;
  const { status, headers } = answer;
  const { type, data, ...problem } = JSON.parse(answer.body);
  return {
    status,
    problem: typeof type === 'string' ? type.split('/').at(-1) : undefined,
    challengeId: data?.challenge_id ?? problem.challenge_id,
    attemptsLeft: problem.i18n_args?.attempts_left,
    deviceToken: data?.device_token,
    replayed: headers['Idempotent-Replayed'] === 'true',
  };
}
