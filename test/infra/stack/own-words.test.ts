import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { App, Validations } from 'aws-cdk-lib';
import { createTable } from '../../../infra/local/dynamodb.ts';
import { nobodyTold } from '../../../infra/stack/monitoring/nobody-told.ts';
import { ownCode } from '../../../infra/stack/own-code.ts';
import { LoginCodeStack } from '../../../infra/stack/stack.ts';
import type { OwnWords } from '../../../lib/locales/own-words.ts';
import { variable } from '../../../lib/settings/variables.ts';
import { startAsset, stopAssets } from '../../support/lambda/function.ts';
import { someEmail } from '../../support/people.ts';
import { resultsFolder } from '../../support/recorded.ts';
import { baseSettings, callHandler, startServices } from '../../support/service.ts';
import { flags, unbundled } from '../../support/synthesis.ts';

const welcome: OwnWords = { en: { email: { subject: 'Welcome back to {brand}' } } };
const hello: OwnWords = { en: { email: { subject: 'Hello from {brand}' } } };

process.env.CDK_VALIDATION = 'false';
mkdirSync(resultsFolder, { recursive: true });
const app = new App({ context: flags, outdir: mkdtempSync(join(resultsFolder, 'words-')) });
for (const [name, words] of Object.entries({ none: undefined, welcome, hello })) {
  const stack = new LoginCodeStack(app, name, {
    settings: { emailFrom: 'login@example.com', brandName: 'Acme' },
    words,
    code: (endpoint, files) => (endpoint === 'send-login-code' ? ownCode(endpoint, files) : unbundled()),
  });
  Validations.of(stack).acknowledge({ id: nobodyTold, reason: 'Nothing is deployed.' });
}
const { directory } = app.synth();

interface Deployed {
  readonly endpoint: string;
  /** What Lambda would get. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

function functionsOf(stack: string): readonly Deployed[] {
  const { Resources } = JSON.parse(readFileSync(join(directory, `${stack}.template.json`), 'utf8'));
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's own properties
  return Object.values<any>(Resources)
    .filter(({ Type, Properties }) => Type === 'AWS::Lambda::Function' && Properties.Description)
    .map(({ Properties: { Description, Code, Environment } }) => ({
      endpoint: Description.replace('login-code: ', ''),
      folder: join(directory, `asset.${Code.S3Key.replace('.zip', '')}`),
      variables: Environment.Variables,
    }));
}

const sendOf = (stack: string): Deployed => {
  const found = functionsOf(stack).find(({ endpoint }) => endpoint === 'send-login-code');
  if (!found) throw new Error('no function sends');
  return found;
};
const wordsIn = ({ folder }: Deployed): unknown => JSON.parse(readFileSync(join(folder, 'words.json'), 'utf8'));

describe('the function that sends', () => {
  test('gets the words as a file beside its code, and the name of it', () => {
    expect(sendOf('welcome').variables).toMatchObject({ [variable.wordsFile]: 'words.json' });
    expect(wordsIn(sendOf('welcome'))).toEqual(welcome);
    expect(existsSync(join(sendOf('welcome').folder, 'index.mjs'))).toBe(true);
  });

  test('gets the words of its own stack, where one app has several', () => {
    expect(wordsIn(sendOf('hello'))).toEqual(hello);
  });

  test('has nothing of it where there are none, and no other function ever', () => {
    expect(sendOf('none').variables).not.toHaveProperty(variable.wordsFile);
    expect(existsSync(join(sendOf('none').folder, 'words.json'))).toBe(false);
    const others = functionsOf('welcome').filter(({ endpoint }) => endpoint !== 'send-login-code');
    expect(others.length).toBeGreaterThan(5);
    for (const { variables, folder } of others) {
      expect(variables).not.toHaveProperty(variable.wordsFile);
      expect(existsSync(join(folder, 'words.json'))).toBe(false);
    }
  });

  test('sends them, as it is deployed', async () => {
    const services = await startServices();
    const { folder, variables } = sendOf('welcome');
    const env = {
      ...baseSettings,
      ...services.env,
      TABLE_NAME: 'own-words',
      BRAND_NAME: 'Acme',
      WORDS_FILE: String(variables[variable.wordsFile]),
    };
    await createTable(services.env.AWS_ENDPOINT_URL_DYNAMODB ?? '', env.TABLE_NAME);
    const handler = await startAsset(folder, env, Date.now);
    await callHandler(handler, { body: { email: someEmail() } });
    expect((await services.messages()).map(({ subject }) => subject)).toEqual(['Welcome back to Acme']);
    await services.close();
  });
});

afterAll(stopAssets);
