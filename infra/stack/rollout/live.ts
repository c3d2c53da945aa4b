import { Alias, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { EndpointName } from '../../../lib/http/routes.ts';
import type { Functions } from '../functions.ts';
import type { LoginCodeServiceProps } from '../service-props.ts';

/** Which version gets the requests, of the functions that people sign in by. All others answer with what anybody may read. */
export type Live = Readonly<Partial<Record<EndpointName, Alias>>>;

/** None where each change of a function is in use at once: nothing needs a version then. */
export function createLive(
  scope: Construct,
  functions: Functions,
  {
    rollout = 'all-at-once',
    provisionedConcurrency,
  }: Pick<LoginCodeServiceProps, 'rollout' | 'provisionedConcurrency'>,
): Live {
  if (rollout === 'all-at-once' && provisionedConcurrency === undefined) return {};
  const live = (id: string, { currentVersion: version }: LambdaFunction) =>
    new Alias(scope, id, { aliasName: 'live', version, provisionedConcurrentExecutions: provisionedConcurrency });
  return {
    'send-login-code': live('SendLive', functions['send-login-code']),
    'verify-login-code': live('VerifyLive', functions['verify-login-code']),
  };
}
