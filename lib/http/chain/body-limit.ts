import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ProblemError } from '../problems/problem.ts';

export const maxBodyBytes = 8 * 1024;

/** Runs before anything reads the body. */
export function refuseLargeBody({ body, isBase64Encoded }: APIGatewayProxyEvent): void {
  const bytes = Buffer.byteLength(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes > maxBodyBytes) throw new ProblemError({ slug: 'body-too-large' });
}
