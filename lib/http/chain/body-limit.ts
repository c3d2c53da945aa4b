import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Refused } from './reply.ts';

export const maxBodyBytes = 8 * 1024;

/** Before anything reads the body. */
export function refuseLargeBody({ body, isBase64Encoded }: APIGatewayProxyEvent): void {
  const bytes = Buffer.byteLength(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes > maxBodyBytes) throw new Refused({ slug: 'body-too-large' });
}
