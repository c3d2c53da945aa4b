import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { IdempotencyKey } from '../core/challenge-id.ts';
import type { Invalid, Violation } from '../core/violation.ts';

const minKeyLength = 16; // a client that guesses another's key is told the challenge_id of that request
const maxKeyLength = 255;

/** draft-ietf-httpapi-idempotency-key-header-07: a structured field (RFC 9651) that holds one string, so ASCII. */
export async function readIdempotencyKey({
  headers,
}: APIGatewayProxyEvent): Promise<{ readonly key: IdempotencyKey | undefined } | Invalid> {
  const value = headers?.['idempotency-key'];
  if (value === undefined) return { key: undefined };

  const key = await stringIn(value);
  const violation = (code: Violation['code']): Invalid => ({ violations: [{ field: 'Idempotency-Key', code, value }] });
  if (key === undefined || key.length < minKeyLength) return violation('format');
  if (key.length > maxKeyLength) return violation('range');
  return { key: key as IdempotencyKey };
}

/** The parser is loaded with the first key: most clients send none. */
async function stringIn(value: string): Promise<string | undefined> {
  const { parseItem } = await import('structured-headers');
  try {
    const [item] = parseItem(value);
    return typeof item === 'string' ? item : undefined;
  } catch {
    return undefined;
  }
}
