import { expect, test } from '@jest/globals';
import { baseSettings } from '../support/service.ts';

const settings: NodeJS.ProcessEnv = { ...process.env };

test.each(['send-login-code', 'verify-login-code', 'well-known', 'problems', 'openapi'])(
  '%s starts from its environment alone',
  async (name) => {
    process.env = { ...settings, ...baseSettings, TABLE_NAME: 'login-code' };
    const { handler } = await import(`../../functions/${name}/handler.ts`);
    expect(typeof handler).toBe('function');
  },
);
