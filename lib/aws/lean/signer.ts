import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import type { AwsCredentialIdentity, HttpRequest, RequestSigner } from '@smithy/types';

/** What a client of the SDK has resolved of its settings. */
export interface SignerSource {
  region(): Promise<string>;
  credentials(): Promise<AwsCredentialIdentity>;
  /** The service's name in signatures. */
  readonly defaultSigningName: string;
}

interface DayKey {
  readonly scope: string;
  readonly secret: string;
  readonly key: KeyObject;
}

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * In place of the SDK's SignatureV4, which derives the day's key anew with each request. For requests whose body is at hand, and without a query: the
 * only ones made here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createRequestSigner(source: SignerSource): RequestSigner {
  let held: DayKey | undefined;

  function keyFor(scope: string, secret: string): KeyObject {
    if (held?.scope !== scope || held.secret !== secret) held = { scope, secret, key: deriveKey(scope, secret) };
    return held.key;
  }

  return {
    async sign(request, { signingDate = new Date(), signingRegion, signingService } = {}) {
      const { accessKeyId, secretAccessKey, sessionToken } = await source.credentials();
      const region = signingRegion ?? (await source.region());
      const at = `${signingDate instanceof Date ? signingDate.toISOString() : signingDate}`.replace(/[-:]|\.\d+/g, '');
      const scope = `${at.slice(0, 8)}/${region}/${signingService ?? source.defaultSigningName}/aws4_request`;
      const { headers } = request;
      headers['x-amz-date'] = at;
      if (sessionToken) headers['x-amz-security-token'] = sessionToken;

      const names = Object.keys(headers).filter(isSigned).sort();
      const signed = names.join(';');
      const canonical = canonicalRequest(request, names, signed);
      const toSign = `${algorithm}\n${at}\n${scope}\n${hash('sha256', canonical)}`;
      const signature = createHmac('sha256', keyFor(scope, secretAccessKey)).update(toSign).digest('hex');
      headers.authorization = `${algorithm} Credential=${accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
      return request;
    },
  };
}

/** AWS demands `host` and its own; whatever else a proxy may touch is left out. */
const isSigned = (name: string): boolean => name === 'host' || name === 'content-type' || name.startsWith('x-amz-');

function canonicalRequest(
  { method, path, headers, body }: HttpRequest,
  names: readonly string[],
  signed: string,
): string {
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  return `${method}\n${escaped(path)}\n\n${lines}\n${signed}\n${hash('sha256', body ?? '')}`;
}

/** AWS demands the path escaped once more than it is sent. */
const escaped = (path: string): string => encodeURIComponent(path).replaceAll('%2F', '/');

function deriveKey(scope: string, secret: string): KeyObject {
  const parts = scope.split('/');
  const key = parts.reduce<Buffer | string>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${secret}`,
  );
  return createSecretKey(key as Buffer);
}
