import { randomBytes } from 'node:crypto';
import { routes, type WellKnownDocument, wellKnownPath } from '../../../lib/http/routes.ts';
import { type Asked, type Check, jsonOf, must, type Seen } from './ask.ts';
import { describe, problemMustBe } from './problems.ts';

/** The smoke test has no code, so it checks that a guess is refused, and that the keys of tokens are there. */
export function verifyingChecks({ url, target, ask }: Asked): readonly Check[] {
  return [
    {
      name: 'a code nobody was sent is refused',
      look: async () => describe(problemMustBe('code-expired', await guess(), url)),
    },
    {
      name: 'the keys of tokens are served',
      look: async () => {
        const { jwks_uri = '' } = await documentAt('openid-configuration');
        must(jwks_uri === `${url}${wellKnownPath('jwks.json')}`, `jwks_uri is ${jwks_uri}`);
        const { keys = [] } = await documentAt('jwks.json');
        must(keys.length > 0, 'there is no key, so no token passes');
        return keys.map(({ alg, kid }) => `${alg} ${kid}`).join(', ');
      },
    },
  ];

  /** Only the answer tells how long codes are here, so guesses get longer until one is long enough. */
  async function guess(digits = 6): Promise<Seen> {
    const { method, path } = routes.verifyLoginCode;
    const body = { ...target, code: '0'.repeat(digits), challenge_id: randomBytes(16).toString('base64url') };
    const seen = await ask(method, path, { body: JSON.stringify(body) });
    const isTooShort = digits < 10 && seen.text.includes('invalid-request');
    return isTooShort ? guess(digits + 1) : seen;
  }

  async function documentAt(document: WellKnownDocument): Promise<WellKnown> {
    const path = wellKnownPath(document);
    const seen = await ask(routes.wellKnown.method, path);
    must(seen.status === 200, `${path} is answered with ${seen.status}`);
    return jsonOf(seen) as WellKnown;
  }
}

interface WellKnown {
  readonly jwks_uri?: string;
  readonly keys?: readonly { readonly alg: string; readonly kid: string }[];
}
