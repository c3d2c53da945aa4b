import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { EndpointName } from '../../lib/http/routes.ts';
import { lostEvents } from './delivery/email-events.ts';
import { endpointFunction } from './endpoint-function.ts';
import type { LogGroupProps } from './log-group.ts';
import type { LoginCodeServiceProps } from './service-props.ts';
import { emailEventsEnvironmentOf, environmentOf } from './settings.ts';

type FunctionsProps = LogGroupProps &
  Pick<LoginCodeServiceProps, 'settings' | 'architecture' | 'code' | 'reservedConcurrency'>;

export type Functions = Readonly<Record<EndpointName, LambdaFunction>>;

/** Hears what becomes of each mail. It is small and mostly waits. */
export function createEmailEvents(scope: Construct, props: FunctionsProps): LambdaFunction {
  const { settings, architecture, code, logRetention, encryptionKey } = props;
  const environment = emailEventsEnvironmentOf(settings);
  const shared = { environment, logRetention, encryptionKey, architecture, code, memorySize: 256 };
  return endpointFunction(scope, 'EmailEvents', { ...shared, endpoint: 'email-events', lostCalls: lostEvents });
}

/** One for each endpoint. */
export function createFunctions(scope: Construct, props: FunctionsProps): Functions {
  const { settings, architecture, code, reservedConcurrency, logRetention, encryptionKey } = props;
  const shared = { environment: environmentOf(settings), logRetention, encryptionKey, architecture, code };
  // With half of it a person waits longer, with twice as much hardly less: docs/scale.md has the table. These two mostly wait for AWS.
  const codes = { ...shared, memorySize: 512 };
  const pages = { ...shared, memorySize: 256 };
  return {
    'send-login-code': endpointFunction(scope, 'Send', { ...codes, endpoint: 'send-login-code', reservedConcurrency }),
    'verify-login-code': endpointFunction(scope, 'Verify', { ...codes, endpoint: 'verify-login-code' }),
    'well-known': endpointFunction(scope, 'WellKnown', { ...pages, endpoint: 'well-known' }),
    problems: endpointFunction(scope, 'Problems', { ...pages, endpoint: 'problems' }),
    openapi: endpointFunction(scope, 'OpenApi', { ...pages, endpoint: 'openapi' }),
    element: endpointFunction(scope, 'Element', { ...pages, endpoint: 'element' }),
  };
}
