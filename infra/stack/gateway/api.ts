import { RemovalPolicy, Size, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat, EndpointType, LogGroupLogDestination, RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { variable } from '../../../lib/settings/variables.ts';
import { createLogGroup, type LogGroupProps } from '../log-group.ts';
import type { ApiRoute } from './api-route.ts';
import { minCompressedBytes } from './compression.ts';
import { RouteIntegration } from './integration.ts';
import { gatewayResponses } from './responses.ts';
import { methodThrottles, stageThrottle } from './throttle.ts';

export interface ApiProps extends LogGroupProps {
  readonly routes: readonly ApiRoute[];
  readonly serviceName: string;
  readonly allowedOrigins: readonly string[];
  /**
   * The only address that clients can use.
   * @default - the address that API Gateway gives
   */
  readonly domainName?: string;
  /**
   * Sets the role with which API Gateway writes logs, for the whole account and region.
   * @default true
   */
  readonly cloudWatchRole?: boolean;
}

/** A literal. A reference would make a cycle: functions are told their address, and the stage depends on them. */
const stageName = 'v1';

/** The REST API. */
export class Api extends RestApi {
  /** Where clients reach it, without a slash at its end. */
  readonly publicUrl: string;
  /**
   * One line for each request.
   * @internal
   */
  readonly accessLogs: LogGroup;

  constructor(scope: Construct, id: string, props: ApiProps) {
    const { routes, serviceName, allowedOrigins, domainName, cloudWatchRole = true } = props;
    const accessLogs = createLogGroup(scope, `${id}Logs`, props);
    super(scope, id, {
      restApiName: `${Stack.of(scope).stackName}-${scope.node.id}`,
      description: 'login-code: one-time codes by email and SMS',
      endpointTypes: [EndpointType.REGIONAL],
      minCompressionSize: Size.bytes(minCompressedBytes),
      disableExecuteApiEndpoint: domainName !== undefined,
      // Without this role the first deployment in a new account fails. It stays when the stack is deleted: every other
      // API of the account writes its logs with it too.
      cloudWatchRole,
      ...(cloudWatchRole && { cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN }),
      deployOptions: {
        stageName,
        ...stageThrottle,
        methodOptions: methodThrottles(routes),
        accessLogDestination: new LogGroupLogDestination(accessLogs),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    this.accessLogs = accessLogs;
    const { region, urlSuffix } = Stack.of(this);
    this.publicUrl = domainName
      ? `https://${domainName}`
      : `https://${this.restApiId}.execute-api.${region}.${urlSuffix}/${stageName}`;
    this.node.tryRemoveChild('Endpoint'); // an output with an address that is not the public one

    for (const response of gatewayResponses({ publicUrl: this.publicUrl, serviceName, allowedOrigins })) {
      this.addGatewayResponse(response.type.responseType, response);
    }
    for (const route of routes) this.#serve(route);
    acknowledge(this);
  }

  #serve(route: ApiRoute): void {
    const { path, handler } = route;
    const method = this.root.resourceForPath(path).addMethod('ANY', new RouteIntegration(route, stageName));
    handler.addEnvironment(variable.publicUrl, this.publicUrl);
    const reason = 'People who sign in have no credentials yet.';
    Validations.of(method).acknowledge({ id: 'AwsSolutions-APIG4', reason }, { id: 'AwsSolutions-COG4', reason });
  }

  /**
   * Gives cdk-nag the reason why there is no firewall.
   * @internal
   */
  acknowledgeNoFirewall(): void {
    Validations.of(this.deploymentStage).acknowledge({
      id: 'AwsSolutions-APIG3',
      reason: 'It is on unless somebody sets `firewall=false`, for example because a CDN in front has one.',
    });
  }
}

/** No IP address, user agent, path or query. Also no error message of the integration: it may quote the request. */
const accessLog = {
  request_id: 'req_$context.requestId',
  extended_request_id: '$context.extendedRequestId',
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
      reason:
        'An execution log would hold whole requests, addresses and numbers included. The access log has the rest.',
    },
    {
      id: 'Serverless-APIGWXrayEnabled',
      reason: "The gateway's traces hold the caller's IP address and the query. Those of the functions do not.",
    },
  );
  const role = api.node.tryFindChild('CloudWatchRole');
  if (!role) return;
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    reason: 'The policy that AWS made for this role. All APIs of the account write their logs with this role.',
  });
}
