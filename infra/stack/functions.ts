import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { EndpointName } from '../../lib/http/routes.ts';
import { variable } from '../../lib/settings/variables.ts';
import { lostEvents } from './delivery/email-events.ts';
import { endpointFunction } from './endpoint-function.ts';
import { givenWords } from './given-words.ts';
import type { LogGroupProps } from './log-group.ts';
import type { LoginCodeServiceProps } from './service-props.ts';
import { emailEventsEnvironmentOf, environmentOf } from './settings.ts';

type FunctionsProps = LogGroupProps &
  Pick<LoginCodeServiceProps, 'settings' | 'words' | 'architecture' | 'code' | 'reservedConcurrency' | 'apiReference'>;

type Optional = 'api-reference';

export type Functions = Readonly<
  Record<Exclude<EndpointName, Optional>, LambdaFunction> & Partial<Record<Optional, LambdaFunction>>
>;

/** Hears what becomes of each mail. It is small and mostly waits. */
export function createEmailEvents(scope: Construct, props: FunctionsProps): LambdaFunction {
  const { settings, architecture, code, logRetention, encryptionKey } = props;
  const environment = emailEventsEnvironmentOf(settings);
  const shared = { environment, logRetention, encryptionKey, architecture, code, memorySize: 256 };
  return endpointFunction(scope, 'EmailEvents', { ...shared, endpoint: 'email-events', lostCalls: lostEvents });
}

/** One for each endpoint that is deployed. */
export function createFunctions(scope: Construct, props: FunctionsProps): Functions {
  const { settings, words, architecture, code, reservedConcurrency, logRetention, encryptionKey, apiReference } = props;
  const environment = environmentOf(settings);
  const shared = { environment, logRetention, encryptionKey, architecture, code };
  // With half of it a person waits longer, with twice as much hardly less: docs/scale.md has the table. These two mostly wait for AWS.
  const codes = { ...shared, memorySize: 512 };
  const sending = { ...codes, ...givenWords(words, environment), reservedConcurrency };
  const pages = { ...shared, memorySize: 256 };
  const linking = apiReference ? { ...pages, environment: { ...environment, [variable.apiReference]: 'true' } } : pages;
  return {
    'send-login-code': endpointFunction(scope, 'Send', { ...sending, endpoint: 'send-login-code' }),
    'verify-login-code': endpointFunction(scope, 'Verify', { ...codes, endpoint: 'verify-login-code' }),
    'well-known': endpointFunction(scope, 'WellKnown', { ...pages, endpoint: 'well-known' }),
    problems: endpointFunction(scope, 'Problems', { ...linking, endpoint: 'problems' }),
    openapi: endpointFunction(scope, 'OpenApi', { ...pages, endpoint: 'openapi' }),
    element: endpointFunction(scope, 'Element', { ...pages, endpoint: 'element' }),
    ...(apiReference && {
      'api-reference': endpointFunction(scope, 'ApiReference', { ...pages, endpoint: 'api-reference' }),
    }),
  };
}
