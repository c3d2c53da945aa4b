/** The program that `cdk` runs: it makes the stack from the settings in the CDK's context. */
import { Annotations, App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { howToGive, readContext } from './context.ts';
import { LoginCodeStack } from './stack/stack.ts';

const app = new App();
const context = app.node.getAllContext();
const reading = readContext(context);

if ('complaints' in reading) {
  const lines = ['Settings to mend:', ...reading.complaints.map((complaint) => `  ${complaint}`)];
  process.stderr.write(`${[...lines, ...(context.env ? [] : [howToGive])].join('\n')}\n`);
  process.exit(1);
}
const { stackName = 'login-code', settings } = reading.props;
const stack = new LoginCodeStack(app, stackName, reading.props);
if (/@(.+\.)?example\.com\b/.test(settings.emailFrom ?? '')) {
  Annotations.of(stack).addWarningV2('login-code:example', "emailFrom is an example's: SES will send nothing from it");
}
// `cdk ls`, `bootstrap` and `destroy` need neither the functions' code nor these checks, which take seconds.
if (stack.bundlingRequired) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
