import { exposedHeaders } from './exposed-headers.ts';

/**
 * For answers that API Gateway makes. Their headers are fixed, so they cannot repeat the caller's origin. These answers
 * hold nothing private, so anyone may read them.
 */
export function gatewayCors(origins: readonly string[]): Readonly<Record<string, string>> {
  if (origins.length === 0) return {};
  const [only = '*', ...others] = origins;
  return {
    'Access-Control-Allow-Origin': others.length === 0 ? only : '*',
    'Access-Control-Expose-Headers': exposedHeaders,
  };
}
