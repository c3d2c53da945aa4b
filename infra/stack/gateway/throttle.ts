import type { MethodDeploymentOptions } from 'aws-cdk-lib/aws-apigateway';
import type { ApiRoute } from './api-route.ts';

/** Requests a second of a method that has no ceiling of its own. */
const stageCeiling = 10;

const throttle = (requestsPerSecond: number): MethodDeploymentOptions => ({
  throttlingRateLimit: requestsPerSecond,
  throttlingBurstLimit: 2 * requestsPerSecond, // two seconds' worth may come at once
});

export const stageThrottle = throttle(stageCeiling);

/** API Gateway sets these by real methods, not by ANY. */
export const methodThrottles = (routes: readonly ApiRoute[]): Readonly<Record<string, MethodDeploymentOptions>> =>
  Object.fromEntries(
    routes.flatMap(({ path, method, requestsPerSecond }) =>
      requestsPerSecond === undefined
        ? []
        : [method, 'OPTIONS'].map((each) => [`${path}/${each}`, throttle(requestsPerSecond)]),
    ),
  );
