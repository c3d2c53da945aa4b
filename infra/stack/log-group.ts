import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { allowLogs } from './key-use.ts';

export interface LogGroupProps {
  readonly logRetention: RetentionDays;
  /**
   * Your own key in KMS. Its policy must allow CloudWatch Logs to use it.
   * @default - a key that AWS owns
   */
  readonly encryptionKey?: IKey;
}

/** It is deleted with the stack. */
export function createLogGroup(scope: Construct, id: string, { logRetention, encryptionKey }: LogGroupProps): LogGroup {
  if (encryptionKey) allowLogs(scope, encryptionKey);
  return new LogGroup(scope, id, { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY, encryptionKey });
}
