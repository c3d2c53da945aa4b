import { join } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { functionTimeout } from '../../lib/core/deadlines.ts';
import { variable } from '../../lib/settings/variables.ts';

/** Gives what the function in `functions/ENDPOINT` is deployed as. */
export type MakeCode = (endpoint: string) => Code;

export interface EndpointFunctionProps {
  /** Its folder in `functions`. */
  readonly endpoint: string;
  readonly environment: Readonly<Record<string, string>>;
  /** MiB. Lambda gives processor time in proportion. */
  readonly memorySize: number;
  readonly logRetention: RetentionDays;
  /**
   * How many run at once at most, taken out of what the account has.
   * @default - as many as the account allows
   */
  readonly reservedConcurrency?: number;
  /**
   * @default Architecture.ARM_64 - a fifth cheaper
   */
  readonly architecture?: Architecture;
  /**
   * @default - the function's own source, bundled
   */
  readonly code?: MakeCode;
}

const root = join(import.meta.dirname, '../..');

/** Its own source, bundled in this folder: in a process of its own, since constructs cannot wait for esbuild. */
export const bundledIn =
  (folder: string): MakeCode =>
  (endpoint) => {
    const output = join(folder, endpoint);
    return Code.fromCustomCommand(output, [process.execPath, join(root, 'infra/build/bundle.ts'), endpoint, output]);
  };

/** A function that answers one endpoint, allowed nothing yet but to log and to be traced. */
export function endpointFunction(scope: Construct, id: string, props: EndpointFunctionProps): LambdaFunction {
  const { endpoint, environment, memorySize, logRetention, reservedConcurrency } = props;
  const { architecture = Architecture.ARM_64, code = bundledIn(join(root, '.cache/functions')) } = props;
  const logGroup = new LogGroup(scope, `${id}Logs`, { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
  // Lambda's managed policy would let it write to every log group of the account.
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);

  const endpointFunction = new LambdaFunction(scope, id, {
    description: `login-code: ${endpoint}`,
    code: code(endpoint),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture,
    memorySize,
    timeout: Duration.millis(functionTimeout),
    ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // Lambda's own three lines a request would cost more than ours. But for the memory used, metrics and traces say the same.
    systemLogLevelV2: SystemLogLevel.WARN,
    tracing: Tracing.ACTIVE,
    // `sam local` can only set what is declared. Empty means unset, to the SDK too.
    environment: { ...environment, ...noEndpoints },
  });
  // Else `sam local` would call it by its logical id.
  (endpointFunction.node.defaultChild as CfnFunction).addMetadata('SamResourceId', id);
  Validations.of(endpointFunction).acknowledge(...synchronous);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray has no resources to name: its two actions go to *.',
  });
  return endpointFunction;
}

const noEndpoints = {
  [variable.dynamodbEndpoint]: '',
  [variable.sesEndpoint]: '',
  [variable.snsEndpoint]: '',
  [variable.secretsManagerEndpoint]: '',
  [variable.kmsEndpoint]: '',
};

const reason = 'API Gateway calls it and waits for the answer: nothing is queued that could be lost.';
const synchronous = ['Serverless-LambdaAsyncFailureDestination', 'Serverless-LambdaDLQ'].map((id) => ({ id, reason }));
