import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { variable } from '../../../lib/settings/variables.ts';
import type { ApiRoute } from './api-route.ts';
import { gatewayResponses } from './responses.ts';
import { methodThrottles, stageThrottle } from './throttle.ts';

export interface ApiProps {
  readonly routes: readonly ApiRoute[];
  readonly serviceName: string;
  readonly allowedOrigins: readonly string[];
  readonly logRetention: RetentionDays;
  /**
   * The domain that leads here; then nothing else does.
   * @default - the address API Gateway gives
   */
  readonly domainName?: string;
  /**
   * Sets the account's role by which API Gateway writes logs.
   * @default true
   */
  readonly cloudWatchRole?: boolean;
}

/** A literal: were it a reference, no function could know the address it is called at. */
const stageName = 'v1';

export class Api extends RestApi {
  /** Where clients reach it, without a slash at its end. */
  readonly publicUrl: string;

  constructor(scope: Construct, id: string, props: ApiProps) {
    const { routes, serviceName, allowedOrigins, domainName, logRetention, cloudWatchRole = true } = props;
    super(scope, id, {
      restApiName: `${Stack.of(scope).stackName}-${scope.node.id}`,
      description: 'login-code: one-time codes by email and SMS',
      endpointTypes: [EndpointType.REGIONAL],
      disableExecuteApiEndpoint: domainName !== undefined,
      // Without an account-wide role the first deployment in a fresh account fails. Kept when the stack goes: all other
      // APIs of the account log by it too.
      cloudWatchRole,
      ...(cloudWatchRole && { cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN }),
      deployOptions: {
        stageName,
        ...stageThrottle,
        methodOptions: methodThrottles(routes),
        accessLogDestination: new LogGroupLogDestination(
          new LogGroup(scope, `${id}Logs`, { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY }),
        ),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    const { region, urlSuffix } = Stack.of(this);
    this.publicUrl = domainName
      ? `https://${domainName}`
      : `https://${this.restApiId}.execute-api.${region}.${urlSuffix}/${stageName}`;
    this.node.tryRemoveChild('Endpoint'); // an output that names an address beside the public one

    for (const response of gatewayResponses({ publicUrl: this.publicUrl, serviceName, allowedOrigins })) {
      this.addGatewayResponse(response.type.responseType, response);
    }
    for (const route of routes) this.#serve(route);
    acknowledge(this);
  }

  #serve({ path, handler }: ApiRoute): void {
    const method = this.root
      .resourceForPath(path)
      .addMethod('ANY', new LambdaIntegration(handler, { allowTestInvoke: false }));
    handler.addEnvironment(variable.publicUrl, this.publicUrl);
    const reason = 'Whoever signs in has nothing yet to authenticate with.';
    Validations.of(method).acknowledge({ id: 'AwsSolutions-APIG4', reason }, { id: 'AwsSolutions-COG4', reason });
  }

  /** Without a web application firewall, as where only mail is sent. */
  acknowledgeNoFirewall(): void {
    Validations.of(this.deploymentStage).acknowledge({
      id: 'AwsSolutions-APIG3',
      reason:
        'No firewall: it costs more than the service itself, which counts every caller by itself. ' +
        'It stands in front by default where texts, which are worth a fraud, are sent.',
    });
  }
}

/** No IP, user agent, path or query, and not what the integration says of an error: that may quote the request. */
const accessLog = {
  request_id: 'req_$context.requestId',
  time: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  gateway_error: '$context.error.responseType',
  integration_status: '$context.integration.integrationStatus',
  latency_ms: '$context.responseLatency',
  integration_latency_ms: '$context.integration.latency',
  waf_status: '$context.waf.status',
  waf_answer: '$context.wafResponseCode',
};

function acknowledge(api: Api): void {
  Validations.of(api).acknowledge({
    id: 'AwsSolutions-APIG2',
    reason: 'The functions validate each request, and answer with every rule that it breaks.',
  });
  Validations.of(api.deploymentStage).acknowledge(
    {
      id: 'AwsSolutions-APIG6',
      reason: 'An execution log repeats requests, with the addresses and numbers in them. The access log has the rest.',
    },
    {
      id: 'Serverless-APIGWXrayEnabled',
      reason: "The gateway's traces hold the IP of whoever called, and the query. Those of the functions do not.",
    },
  );
  const role = api.node.tryFindChild('CloudWatchRole');
  if (!role) return;
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    reason: 'The policy that AWS made for this role. The role is not ours alone: all APIs of the account log by it.',
  });
}
