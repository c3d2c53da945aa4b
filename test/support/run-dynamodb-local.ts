/** `npm run test:dynamodb-local`: what touches the table, again on Amazon's own DynamoDB Local. It needs Java. */
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { startDynamoDbLocal } from './dynamodb-local.ts';
import { jest } from './jest.ts';

const suites = [
  'test/aws/table.test.ts',
  'test/aws/challenges.test.ts',
  'test/aws/windows.test.ts',
  'test/functions/send-login-code.test.ts',
  'test/functions/verify-login-code.test.ts',
  'test/functions/budgets.test.ts',
  'test/functions/devices.test.ts',
  'test/functions/many-at-once.test.ts',
];

isolateFromAws();
const local = await startDynamoDbLocal();
if (!local) {
  process.stdout.write('DynamoDB Local: skipped, since there is no java here.\n');
  process.exit(0);
}
let status = 1;
try {
  status = jest('dynamodb-local', ['--runInBand', ...suites], { TEST_DYNAMODB: local.url });
} finally {
  local.stop();
}
process.exit(status);
