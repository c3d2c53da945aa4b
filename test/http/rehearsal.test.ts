import { expect, test } from '@jest/globals';
import { endpoint } from '../../lib/http/chain/endpoint.ts';
import { nobody, rehearse } from '../../lib/http/rehearsal.ts';
import { routes } from '../../lib/http/routes.ts';
import { createRuntime, silent } from '../../lib/runtime/runtime.ts';
import { readApiConfig } from '../../lib/settings/config.ts';

test.each(['en', 'sv', 'ar'])('a rehearsal is held in the default language, so that %s is loaded', async (locale) => {
  const spoken: string[] = [];
  const config = readApiConfig({ PUBLIC_URL: 'https://login.example.com', DEFAULT_LOCALE: locale });
  const handler = endpoint(
    {
      method: 'POST',
      handle: async ({ call }) => {
        spoken.push(call.language.locale);
        return { kind: 'data', data: {}, headers: {} };
      },
    },
    { ...config, ...silent(createRuntime('test')) },
  );
  await rehearse(handler, routes.sendLoginCode, nobody.email);
  expect(spoken).toEqual([locale]);
});
