import { expect, test } from '@jest/globals';
import { misspelt } from '../../../infra/local/misspelt.ts';

test.each([
  ['CODE_LENGHT', 'CODE_LENGTH'],
  ['ALLOWED_ORIGIN', 'ALLOWED_ORIGINS'],
  ['DYNAMO_DB_PORT', 'DYNAMODB_PORT'],
])('%s is named, with what is meant: %s', (name, meant) => {
  expect(misspelt({ [name]: '8', PATH: '/bin' })).toEqual([expect.stringMatching(`^${name} .*${meant}`)]);
});

test('settings themselves, and what a shell has, are not', () => {
  const shell = { PATH: '', HOST: '', HOSTNAME: '', PORTS: '', PWD: '', EDITOR: '', LANG: '', TERM: '', USER: '' };
  expect(misspelt({ ...shell, CODE_LENGTH: '8', SES_PORT: '1', CODE_TTL: '5m' })).toEqual([]);
});
