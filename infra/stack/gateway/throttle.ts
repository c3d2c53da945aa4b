import type { MethodDeploymentOptions } from 'aws-cdk-lib/aws-apigateway';
import { methodsWithCeiling, otherMethodsPerSecond } from '../capacity.ts';
import type { ApiRoute } from './api-route.ts';

const throttle = (requestsPerSecond: number): MethodDeploymentOptions => ({
  throttlingRateLimit: requestsPerSecond,
  throttlingBurstLimit: 2 * requestsPerSecond, // the requests of two seconds may come at once
});

/** For each method without a ceiling of its own, by itself: its requests do not count with those of others. */
export const stageThrottle = throttle(otherMethodsPerSecond);

/** By method: API Gateway has no throttle for ANY. */
export const methodThrottles = (routes: readonly ApiRoute[]): Readonly<Record<string, MethodDeploymentOptions>> =>
  Object.fromEntries(
    routes.flatMap(({ path, method, requestsPerSecond }) =>
      methodsWithCeiling(method).map((each) => [`${path}/${each}`, throttle(requestsPerSecond)]),
    ),
  );
