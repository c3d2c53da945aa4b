import { expect, test } from '@jest/globals';
import { NodeHttpHandler, SignatureV4, streamCollector } from '../../../infra/build/unused.ts';
import { createSockets } from '../../../lib/aws/lean/sockets.ts';

test('a client keeps the sockets that it is given', () => {
  const sockets = createSockets({ connectTimeout: 1, timeout: 1 });
  expect(NodeHttpHandler.create(sockets)).toBe(sockets);
});

test('a client without sockets or signer of ours fails, and says where to look', () => {
  const why = 'infra/build/unused.ts';
  expect(() => NodeHttpHandler.create(async () => ({}))).toThrow(why);
  expect(() => new SignatureV4()).toThrow(why);
  expect(streamCollector).toThrow(why);
});
