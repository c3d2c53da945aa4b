/**
 * In place of what the SDK brings along and no call comes to: each client here has the signer and the sockets of lib/aws/lean, and
 * no command discovers its endpoint. A client that was made without those fails at its first call.
 */
import type { HttpHandlerOptions, HttpRequest, HttpResponse, RequestHandler } from '@smithy/types';

function fail(): never {
  throw new Error('This part of the SDK is not in the bundle: see infra/build/unused.ts');
}

class Unused {
  constructor() {
    fail();
  }
}

/** `@smithy/signature-v4`, and `@smithy/core/checksum`, which it takes its hashes from. */
export { Unused as Crc32, Unused as Sha256, Unused as SignatureV4 };

type Handler = RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions>;

/** `@smithy/node-http-handler`. The SDK gives a function where it was given no handler. */
export const NodeHttpHandler = {
  create: (handler: Handler | (() => unknown)): Handler => ('handle' in handler ? handler : fail()),
};
export { fail as streamCollector };

/** `@aws-sdk/middleware-endpoint-discovery`. */
export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config;
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {};
