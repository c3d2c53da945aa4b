import type { MethodDeploymentOptions } from 'aws-cdk-lib/aws-apigateway';
import type { ApiRoute } from './api-route.ts';

/** Requests a second, for each method without a ceiling of its own. */
const stageCeiling = 10;

const throttle = (requestsPerSecond: number): MethodDeploymentOptions => ({
  throttlingRateLimit: requestsPerSecond,
  throttlingBurstLimit: 2 * requestsPerSecond, // the requests of two seconds may come at once
});

export const stageThrottle = throttle(stageCeiling);

/** By method: API Gateway has no throttle for ANY. */
export const methodThrottles = (routes: readonly ApiRoute[]): Readonly<Record<string, MethodDeploymentOptions>> =>
  Object.fromEntries(
    routes.flatMap(({ path, method, requestsPerSecond }) =>
      requestsPerSecond === undefined
        ? []
        : [method, 'OPTIONS'].map((each) => [`${path}/${each}`, throttle(requestsPerSecond)]),
    ),
  );
