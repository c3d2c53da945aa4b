import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { minCompressedBytes } from '../stack/gateway/compression.ts';

interface Compressed {
  readonly headers: APIGatewayProxyResult['headers'];
  readonly body: string | Buffer;
}

/** As API Gateway does it: gzip for whoever names it without a lower weight, unless the function has encoded the answer. */
export function compress({ headers, body }: APIGatewayProxyResult, accepted = ''): Compressed {
  const takesGzip = /(^|,)\s*gzip\s*(;\s*q=1(\.0*)?)?\s*(,|$)/i.test(accepted);
  if (!takesGzip || Buffer.byteLength(body) < minCompressedBytes || headers?.['Content-Encoding']) {
    return { headers, body };
  }
  return { headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(body) };
}
