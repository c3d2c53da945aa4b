/**
 * `npm run sam:template`: writes the stack for `sam local`, and env.json, which makes its functions call the laptop
 * stack.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import { ASSET_RESOURCE_METADATA_ENABLED_CONTEXT } from 'aws-cdk-lib/cx-api';
import { variable } from '../../lib/settings/variables.ts';
import { readPorts } from '../local/ports.ts';
import { laptopSettings, secretArns, tableName } from '../local/settings.ts';
import { nobodyTold } from '../stack/monitoring/nobody-told.ts';
import { LoginCodeStack } from '../stack/stack.ts';
import { readOwnWords } from '../words/read.ts';
import { removeOldAssets } from './old-assets.ts';

const [folder = '.cache/sam'] = process.argv.slice(2);
const ports = readPorts(process.env);

/** Under this name containers reach this machine. */
const onThisMachine = (port: number): string => `http://host.docker.internal:${port}`;

/** SAM reads this key: it gives each function those variables that the template declares for it. */
const Parameters = {
  [variable.publicUrl]: process.env[variable.publicUrl] || 'http://127.0.0.1:3000', // SAM's own address
  [variable.tableName]: tableName,
  ...secretArns,
  [variable.signingKeyArn]: '', // each process makes a key
  // In the template it is a reference, which only a deployment resolves.
  [variable.audience]: process.env[variable.audience] || 'development',
  [variable.dynamodbEndpoint]: onThisMachine(ports.dynamodb),
  [variable.sesEndpoint]: onThisMachine(ports.ses),
  [variable.snsEndpoint]: onThisMachine(ports.sns),
  [variable.secretsManagerEndpoint]: onThisMachine(ports.secretsManager),
};

const { context: flags } = JSON.parse(await readFile(new URL('../../cdk.json', import.meta.url), 'utf8'));
const app = new App({
  outdir: folder,
  // SAM finds the functions' code by the paths of assets. The CDK's other metadata is off: SAM warns that it is too
  // long.
  context: { ...flags, [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true },
});
const stack = new LoginCodeStack(app, 'login-code', {
  settings: laptopSettings(process.env, { allowedOrigins: '*' }),
  words: readOwnWords(process.env),
  architecture: process.arch === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64, // any other is emulated, and slow
  firewall: false,
});
Validations.of(stack).acknowledge({
  id: nobodyTold,
  reason: 'Nothing is deployed: sam local runs the functions here.',
});
app.synth();
await removeOldAssets(folder, 'login-code');
await writeFile(join(folder, 'env.json'), `${JSON.stringify({ Parameters }, null, 2)}\n`);
process.stdout.write(`${join(folder, 'login-code.template.json')}\n${join(folder, 'env.json')}\n`);
