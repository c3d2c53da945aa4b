import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readContext } from '../../infra/context.ts';
import { nobodyTold } from '../../infra/stack/monitoring/nobody-told.ts';
import { LoginCodeStack } from '../../infra/stack/stack.ts';
import { routes } from '../../lib/http/routes.ts';
import { resultsFolder } from './recorded.ts';

const root = join(import.meta.dirname, '../..');
/** The CDK's feature flags. */
export const { context: flags } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));

/** A sender is all that must be given. */
export const mailOnly = { emailFrom: 'Acme <login@example.com>', allowedOrigins: 'https://app.example.com' };

export const everything = {
  emailFrom: 'login@example.com',
  smsCountries: 'US=5000',
  domainName: 'login.example.com',
  hostedZoneId: 'Z0123456789',
  callerIpHeader: 'CloudFront-Viewer-Address',
  originSecretSha256: 'ab'.repeat(32),
  alarmEmail: 'ops@example.com',
  sandbox: 'true',
  smsDeliveryLogs: 'true',
  encryptionKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  previousSigningKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/next',
  audience: 'acme',
  reservedConcurrency: '50',
  requestsPerSecond: '100',
  cloudWatchRole: 'false',
  apiReference: 'true',
};

/** Some code for each function, which takes no time to make. */
export const unbundled = () => Code.fromAsset(join(root, 'functions/problems'));

/** As `cdk synth` makes it of the same `-c NAME=VALUE`, but for the functions' code, which is not bundled. */
export function createStack(context: Readonly<Record<string, string>>): LoginCodeStack {
  const reading = readContext(context);
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'));
  mkdirSync(resultsFolder, { recursive: true });
  const app = new App({ context: flags, outdir: mkdtempSync(join(resultsFolder, 'stack-')) });
  return new LoginCodeStack(app, reading.props.stackName ?? 'login-code', { ...reading.props, code: unbundled });
}

/** Not validated, which takes seconds: `test/infra/checks.test.ts` does that. */
export function synthesize(context: Readonly<Record<string, string>>): Template {
  process.env.CDK_VALIDATION = 'false';
  const stack = createStack(context);
  Validations.of(stack).acknowledge({
    id: nobodyTold,
    reason: 'It is not deployed, and the warning would be printed.',
  });
  return Template.fromStack(stack);
}

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's own properties
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

/** By logical id, less its hash; references to others written `<Name>`. */
export const resourcesOf = (template: Template, type: string): Readonly<Record<string, Resource>> =>
  Object.fromEntries(
    Object.entries(template.findResources(type)).map(([id, resource]) => [nameOf(id), readable(resource) as Resource]),
  );

export const propertiesOf = (template: Template, type: string): Readonly<Record<string, Resource['Properties']>> =>
  Object.fromEntries(Object.entries(resourcesOf(template, type)).map(([id, { Properties }]) => [id, Properties]));

/** The method of each path of the API. */
export function pathsOf(template: Template): Readonly<Record<string, Resource['Properties']>> {
  const resources = propertiesOf(template, 'AWS::ApiGateway::Resource');
  const pathOf = (id: string): string => {
    const { ParentId, PathPart } = resources[id.replace(/[<>]/g, '')] ?? {};
    return PathPart === undefined ? '' : `${pathOf(ParentId)}/${PathPart}`;
  };
  const methods = Object.values(propertiesOf(template, 'AWS::ApiGateway::Method'));
  return Object.fromEntries(methods.map((method) => [pathOf(method.ResourceId), method]));
}

const nameOf = (logicalId: string): string => logicalId.replace(/^LoginCode/, '').replace(/[\dA-F]{8}$/, '');

/** What CloudFormation would work out, as text. */
export function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return Ref.startsWith('AWS::') ? (pseudo[Ref] ?? Ref) : `<${nameOf(Ref)}>`;
  if (Array.isArray(attribute)) return `<${nameOf(attribute[0])}.${attribute[1]}>`;
  if (Array.isArray(joined)) return (joined[1] as unknown[]).map(readable).join(joined[0]);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, readable(part)]));
}

const pseudo: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-1',
  'AWS::AccountId': '123456789012',
  'AWS::URLSuffix': 'amazonaws.com',
};

export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON it is
  readonly body: any;
}

/** What API Gateway would answer by itself, by the type of its response. */
export function gatewayAnswers(template: Template): Readonly<Record<string, GatewayAnswer>> {
  const context: Readonly<Record<string, string>> = {
    '$context.requestId': 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    '$context.path': `/v1${routes.sendLoginCode.path}`,
  };
  const render = (text: string) => text.replace(/\$context(\.\w+)+/g, (name) => context[name] ?? name);
  const responses = Object.values(resourcesOf(template, 'AWS::ApiGateway::GatewayResponse'));
  return Object.fromEntries(
    responses.map(({ Properties: { ResponseType, StatusCode, ResponseParameters, ResponseTemplates } }) => {
      const headers = Object.entries<string>(ResponseParameters).map(([name, value]) => [
        name.replace(/^gatewayresponse\.header\./, ''),
        value.replace(/^'([^']*)'$/, '$1'),
      ]);
      const body = JSON.parse(render(ResponseTemplates['application/json']));
      return [ResponseType, { status: Number(StatusCode), headers: Object.fromEntries(headers), body }];
    }),
  );
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: object;
}

/** All that each function may do, one line a statement. */
export function statementsOf(template: Template): Readonly<Record<string, readonly string[]>> {
  const statements: Record<string, string[]> = {};
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::IAM::Policy'))) {
    for (const role of Properties.Roles as readonly string[]) {
      const id = role.replace(/^<|Role>$/g, '');
      statements[id] = [...(statements[id] ?? []), ...Properties.PolicyDocument.Statement.map(inOneLine)];
    }
  }
  return statements;
}

const inOneLine = ({ Effect, Action, Resource, Condition }: Statement): string =>
  `${Effect} ${[Action].flat().join(', ')} on ${[Resource].flat().join(', ')}` +
  (Condition ? ` if ${JSON.stringify(Condition)}` : '');
