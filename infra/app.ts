/** The program that `cdk` runs: it makes the stack from the settings in the CDK's context. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { readContext } from './context.ts';
import { LoginCodeStack } from './stack/stack.ts';

const app = new App();
const reading = readContext(app.node.getAllContext());

if ('complaints' in reading) {
  process.stderr.write(`Settings to mend:\n  ${reading.complaints.join('\n  ')}\n`);
  process.exit(1);
}
new LoginCodeStack(app, 'login-code', reading.props);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
