import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Route } from '../../../lib/http/routes.ts';

/** The function gets every method of the path, and refuses those that it does not allow. */
export interface ApiRoute extends Pick<Route, 'path' | 'method'> {
  readonly handler: LambdaFunction;
  /**
   * Which version of the function gets them.
   * @default - what was deployed last
   */
  readonly alias?: Alias;
  /** The ceiling of the method. */
  readonly requestsPerSecond: number;
}
