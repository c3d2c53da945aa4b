import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { routes } from '../../lib/http/routes.ts';
import { baseSettings } from '../support/service.ts';

const settings: NodeJS.ProcessEnv = { ...process.env };

const endpoints = new Set(Object.values(routes).map(({ endpoint }) => endpoint));

test('each folder of functions serves a route, and each route has its folder', () => {
  expect(readdirSync(join(import.meta.dirname, '../../functions')).toSorted()).toEqual([...endpoints].toSorted());
});

test.each([...endpoints])('%s starts from its environment alone', async (name) => {
  process.env = { ...settings, ...baseSettings, TABLE_NAME: 'login-code' };
  const { handler } = await import(`../../functions/${name}/handler.ts`);
  expect(typeof handler).toBe('function');
});
