import { AwsIntegration, type IntegrationConfig, LambdaIntegration, type Method } from 'aws-cdk-lib/aws-apigateway';
import { type Alias, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { ApiRoute } from './api-route.ts';

/**
 * Hands requests to a function, or to the version that its alias points to. API Gateway may call the function in both cases,
 * and the alias before the stage leads there: so no request fails while a deployment adds the alias or takes it away.
 */
export class RouteIntegration extends LambdaIntegration {
  readonly #route: ApiRoute;
  readonly #stageName: string;

  constructor(route: ApiRoute, stageName: string) {
    super(route.handler, { allowTestInvoke: false });
    this.#route = route;
    this.#stageName = stageName;
  }

  override bind(method: Method): IntegrationConfig {
    const toFunction = super.bind(method);
    const { alias } = this.#route;
    if (!alias) return toFunction;
    this.#allowCall(method, alias);
    const path = `2015-03-31/functions/${alias.functionArn}/invocations`;
    const { uri } = new AwsIntegration({ proxy: true, service: 'lambda', path }).bind(method);
    return { ...toFunction, uri };
  }

  /** The stage by its name: a reference would make this wait until requests go there. */
  #allowCall(method: Method, alias: Alias): void {
    const { api } = method;
    const permission = new CfnPermission(method, 'LivePermission', {
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
      functionName: alias.functionArn,
      sourceArn: api.arnForExecuteApi('*', this.#route.path, this.#stageName),
    });
    api.latestDeployment?.node.addDependency(permission);
  }
}
