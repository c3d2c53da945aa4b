import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { startContainer } from './lambda/container.ts';

const root = join(import.meta.dirname, '../..');

/** A function as SAM reads it out of a template: https://github.com/aws/aws-sam-cli, `samcli/lib/providers`. */
export interface SamFunction {
  /** By which `sam local invoke` takes it. */
  readonly name: string;
  /** Its code, from the folder of the template. */
  readonly assetPath: string;
  readonly assetProperty: string;
  readonly handler: string;
  readonly runtime: string;
  readonly architectures: readonly string[];
  readonly layers: readonly unknown[];
  /** The variables it declares. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface SamTemplate {
  readonly folder: string;
  readonly functions: readonly SamFunction[];
  /** The function for each method and path. */
  readonly routes: Readonly<Record<string, SamFunction>>;
  /** What `--env-vars` sets. */
  readonly overrides: Readonly<Record<string, string>>;
}

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's own properties
  readonly Properties: any;
  readonly Metadata?: Readonly<Record<string, string>>;
}

/** What `npm run sam:template` makes, for a laptop stack on this port. */
export async function makeSamTemplate(folder: string, port: number): Promise<SamTemplate> {
  const making = spawn(process.execPath, ['infra/tools/sam-template.ts', folder], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(making, 'exit');
  if (status !== 0) throw new Error('No template was made');
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { Resources } = read('login-code.template.json');
  return { folder, overrides: read('env.json').Parameters, ...readResources(Resources) };
}

function readResources(resources: Readonly<Record<string, Resource>>): Pick<SamTemplate, 'functions' | 'routes'> {
  const ofType = (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type);
  const functions = new Map(ofType('AWS::Lambda::Function').map(([id, resource]) => [id, asFunction(id, resource)]));
  const routes = ofType('AWS::ApiGateway::Method').map(([, { Properties }]) => {
    const [, id = ''] = /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(JSON.stringify(Properties.Integration.Uri)) ?? [];
    return [`${Properties.HttpMethod} ${pathOf(Properties.ResourceId, resources)}`, functions.get(id)];
  });
  return { functions: [...functions.values()], routes: Object.fromEntries(routes) };
}

const asFunction = (id: string, { Properties, Metadata = {} }: Resource): SamFunction => ({
  name: Metadata.SamResourceId ?? id,
  assetPath: Metadata['aws:asset:path'] ?? '',
  assetProperty: Metadata['aws:asset:property'] ?? '',
  handler: Properties.Handler,
  runtime: Properties.Runtime,
  architectures: Properties.Architectures,
  layers: Properties.Layers ?? [],
  variables: Properties.Environment.Variables,
});

function pathOf(id: { readonly Ref?: string }, resources: Readonly<Record<string, Resource>>): string {
  const { ParentId, PathPart } = resources[id.Ref ?? '']?.Properties ?? {};
  return PathPart === undefined ? '' : `${pathOf(ParentId, resources)}/${PathPart}`;
}

/** What the function would be told. SAM passes the name of a resource for a reference to it. */
export const environmentOf = ({ variables }: SamFunction, { overrides }: SamTemplate): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, declared]) => {
      const value = overrides[name] ?? (declared as { readonly Ref?: string }).Ref ?? declared;
      return [name, typeof value === 'string' ? value : ''];
    }),
  );

/** As `sam local invoke` would, but for the container. */
export async function invoke(
  samFunction: SamFunction,
  template: SamTemplate,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> {
  const settings = Object.entries(environmentOf(samFunction, template)).map(([name, value]) => [
    name,
    value.replace('host.docker.internal', '127.0.0.1'),
  ]);
  const container = await startContainer(join(template.folder, samFunction.assetPath), Object.fromEntries(settings));
  try {
    return (await container.invoke(event, Date.now())) as APIGatewayProxyResult;
  } finally {
    await container.stop();
  }
}
