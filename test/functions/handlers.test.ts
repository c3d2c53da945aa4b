import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { everyRoute } from '../../lib/http/routes.ts';
import { variable } from '../../lib/settings/variables.ts';
import { baseSettings } from '../support/service.ts';

const settings: NodeJS.ProcessEnv = { ...process.env };

const version = 'arn:aws:lambda:us-east-1:000000000000:function:login-code';
const heartbeatSecret = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:heartbeat';
const endpoints = new Set(everyRoute().map(({ endpoint }) => endpoint));

/** Called by EventBridge or CodeDeploy, not by a route. */
const listeners = ['before-traffic', 'email-events', 'heartbeat'];
const functions = [...endpoints, ...listeners];

test('each folder of functions serves a route or is called by another service, and each route has its folder', () => {
  expect(readdirSync(join(import.meta.dirname, '../../functions')).toSorted()).toEqual(functions.toSorted());
});

test.each(functions)('%s starts from its environment alone, though no service answers', async (name) => {
  const nobody = 'http://127.0.0.1:1';
  const services = Object.values(variable).filter((name) => name.startsWith('AWS_ENDPOINT_URL_'));
  const away = Object.fromEntries(services.map((name) => [name, nobody]));
  process.env = {
    ...settings,
    ...baseSettings,
    ...away,
    TABLE_NAME: 'login-code',
    HEARTBEAT_SECRET_ARN: heartbeatSecret,
    SEND_VERSION_ARN: `${version}:1`,
    VERIFY_VERSION_ARN: `${version}:2`,
  };
  const { handler } = await import(`../../functions/${name}/handler.ts`);
  expect(typeof handler).toBe('function');
});
