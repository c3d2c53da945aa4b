import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Route } from '../../../lib/http/routes.ts';

/** Any method of the path goes to the function, which knows what it allows. */
export interface ApiRoute extends Pick<Route, 'path' | 'method'> {
  readonly handler: LambdaFunction;
  /**
   * A ceiling of its own for the method, and for OPTIONS.
   * @default - that of the whole stage
   */
  readonly requestsPerSecond?: number | undefined;
}
