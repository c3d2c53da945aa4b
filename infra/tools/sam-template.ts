/** `npm run sam:template`: the stack for `sam local`, and env.json, which leads its functions to the laptop stack. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { ASSET_RESOURCE_METADATA_ENABLED_CONTEXT } from 'aws-cdk-lib/cx-api';
import { variable } from '../../lib/settings/variables.ts';
import { readPorts } from '../local/ports.ts';
import { laptopSettings, secretArns, tableName } from '../local/settings.ts';
import { bundledIn } from '../stack/endpoint-function.ts';
import { LoginCodeStack } from '../stack/stack.ts';

const [folder = '.cache/sam'] = process.argv.slice(2);
const ports = readPorts(process.env);

/** What containers call this machine. */
const onThisMachine = (port: number): string => `http://host.docker.internal:${port}`;

/** Under this key SAM tells each function those that its template declares. */
const Parameters = {
  [variable.publicUrl]: process.env[variable.publicUrl] || 'http://127.0.0.1:3000', // where SAM serves
  [variable.tableName]: tableName,
  ...secretArns,
  [variable.signingKeyArn]: '', // each process makes one
  [variable.audience]: process.env[variable.audience] || 'development', // the template's is worked out at deployment
  [variable.dynamodbEndpoint]: onThisMachine(ports.dynamodb),
  [variable.sesEndpoint]: onThisMachine(ports.ses),
  [variable.snsEndpoint]: onThisMachine(ports.sns),
  [variable.secretsManagerEndpoint]: onThisMachine(ports.secretsManager),
};

const { context: flags } = JSON.parse(await readFile(new URL('../../cdk.json', import.meta.url), 'utf8'));
const app = new App({
  outdir: folder,
  // The paths of assets are how SAM finds the functions' code. Those of constructs it would warn of, as too long.
  context: { ...flags, [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true },
});
new LoginCodeStack(app, 'login-code', {
  settings: laptopSettings(process.env, { allowedOrigins: '*' }),
  architecture: process.arch === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64, // another one is emulated, slowly
  code: bundledIn(resolve(folder, 'functions')), // not where a deployment of the same moment puts it
  firewall: false,
});
app.synth();
await writeFile(join(folder, 'env.json'), `${JSON.stringify({ Parameters }, null, 2)}\n`);
process.stdout.write(`${join(folder, 'login-code.template.json')}\n${join(folder, 'env.json')}\n`);
