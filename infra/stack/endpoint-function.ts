import { Duration, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { functionTimeout } from '../../lib/core/deadlines.ts';
import { variable } from '../../lib/settings/variables.ts';
import { createLogGroup, type LogGroupProps } from './log-group.ts';
import type { Files, MakeCode } from './make-code.ts';
import { ownCode } from './own-code.ts';

export interface EndpointFunctionProps extends LogGroupProps {
  /** Its folder in `functions`. */
  readonly endpoint: string;
  readonly environment: Readonly<Record<string, string>>;
  /**
   * What it reads besides its code.
   * @default - nothing
   */
  readonly files?: Files;
  /** In MiB. Lambda gives processor time in proportion to memory. */
  readonly memorySize: number;
  /**
   * How many may run at once. Lambda reserves them out of the account's concurrency.
   * @default - as many as the account allows
   */
  readonly reservedConcurrency?: number;
  /**
   * @default - as long as an answer may take
   */
  readonly timeout?: Duration;
  /**
   * Why no queue keeps the calls that fail, for cdk-nag.
   * @default - that it is called by the API
   */
  readonly lostCalls?: string;
  /**
   * @default Architecture.ARM_64 - a fifth cheaper
   */
  readonly architecture?: Architecture;
  /**
   * @default - the function's own source, bundled
   */
  readonly code?: MakeCode;
}

/** The function of one endpoint. So far it may only write logs and traces. */
export function endpointFunction(scope: Construct, id: string, props: EndpointFunctionProps): LambdaFunction {
  const { endpoint, environment, files, memorySize, reservedConcurrency, lostCalls = awaited } = props;
  const { architecture = Architecture.ARM_64, code = ownCode, timeout = Duration.millis(functionTimeout) } = props;
  const logGroup = createLogGroup(scope, `${id}Logs`, props);
  // Lambda's managed policy would allow every log group of the account.
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);

  const endpointFunction = new LambdaFunction(scope, id, {
    description: `login-code: ${endpoint}`,
    code: code(endpoint, files),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture,
    memorySize,
    timeout,
    ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // No START, END and REPORT lines: they would cost more than our own line. Except for the memory used, metrics and
    // traces say the same.
    systemLogLevelV2: SystemLogLevel.WARN,
    tracing: Tracing.ACTIVE,
    // `sam local` can set only variables that are declared. Empty means unset, also to the SDK.
    environment: { ...environment, ...noEndpoints },
  });
  // Otherwise `sam local` would name the function by its logical id.
  (endpointFunction.node.defaultChild as CfnFunction).addMetadata('SamResourceId', id);
  const noQueue = ['Serverless-LambdaAsyncFailureDestination', 'Serverless-LambdaDLQ'];
  Validations.of(endpointFunction).acknowledge(...noQueue.map((id) => ({ id, reason: lostCalls })));
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray has no resources to name, so its two actions need *.',
  });
  return endpointFunction;
}

const noEndpoints = {
  [variable.dynamodbEndpoint]: '',
  [variable.sesEndpoint]: '',
  [variable.snsEndpoint]: '',
  [variable.endUserMessagingEndpoint]: '',
  [variable.secretsManagerEndpoint]: '',
  [variable.kmsEndpoint]: '',
};

const awaited = 'API Gateway calls it and waits for the answer: no call is queued, so none can be lost.';
