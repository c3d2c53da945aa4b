import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readContext } from '../../../infra/context.ts';
import { environmentsIn } from '../../../infra/environments/environment.ts';
import { root } from '../../docs/pages.ts';
import { resultsFolder, secret } from '../../support/recorded.ts';

/** What is read of `-c env=prod` where prod.json holds this, with these other `-c NAME=VALUE`. */
function read(file: string | object, context: Readonly<Record<string, unknown>> = {}) {
  const folder = mkdtempSync(join(resultsFolder, 'environments-'));
  writeFileSync(join(folder, 'prod.json'), typeof file === 'string' ? file : JSON.stringify(file));
  return readContext({ env: 'prod', ...context }, folder);
}

const complaintsOf = (...given: Parameters<typeof read>): readonly string[] => {
  const reading = read(...given);
  return 'complaints' in reading ? reading.complaints : [];
};

const enough = { emailFrom: 'login@example.com' };

test('a file gives settings as texts, numbers and booleans, and tags as an object', () => {
  const file = { ...enough, codeLength: 8, firewall: false, tags: { team: 'identity' } };
  expect(read(file)).toMatchObject({
    props: { settings: { ...enough, codeLength: '8' }, firewall: false, tags: { team: 'identity' } },
  });
});

test('a value on the command line wins over the file, also an empty one, which unsets', () => {
  const file = { ...enough, codeLength: 8, brandName: 'Acme' };
  expect(read(file, { codeLength: '9', brandName: '' })).toMatchObject({
    props: { settings: { codeLength: '9', brandName: '' } },
  });
});

test('each environment is a stack of its own, unless its file names one', () => {
  expect(read(enough)).toMatchObject({ props: { stackName: 'login-code-prod' } });
  expect(read({ ...enough, stackName: 'sign-in' })).toMatchObject({ props: { stackName: 'sign-in' } });
});

test.each(environmentsIn(join(root, 'infra/environments')))('the example %s.json is complete', (env) => {
  expect(readContext({ env })).toHaveProperty('props');
});

describe('what is wrong', () => {
  test.each<[string, string | object, string]>([
    [
      'a name that is nearly ours',
      { emialFrom: 'a' },
      'prod.json: emialFrom is no setting of this stack: is it emailFrom?',
    ],
    ['a name that is nothing of ours', { colour: 'red' }, 'prod.json: colour is no setting of this stack'],
    ['what the stack sets itself', { publicUrl: 'a' }, 'prod.json: publicUrl is no setting of this stack'],
    ['a list', { smsCountries: ['US=1'] }, 'prod.json: smsCountries must be a text, a number, true or false'],
    ['null', { brandName: null }, 'prod.json: brandName must be a text, a number, true or false'],
    ['a value', { codeLength: 5 }, 'codeLength must be a whole number from 6 to 10'],
    ['a list of settings', [], 'prod.json must be a JSON object'],
    ['a comma too many', '{\n  "codeTtl": "1d",\n}', 'prod.json is not valid JSON: line 3 column 1'],
  ])('%s is said, with the file', (_, file, complaint) => {
    expect(complaintsOf(file)).toContain(complaint);
  });

  test('an environment without a file is said, and which there are', () => {
    expect(complaintsOf(enough, { env: 'qa' })).toEqual(['env must be prod']);
    expect(complaintsOf(enough, { env: '../environments/prod' })).toEqual(['env must be prod']);
  });

  test('a file that cannot be read is all that is said: what it holds is not missing', () => {
    expect(complaintsOf('{"emailFrom": "login@example.com"')).toEqual([
      expect.stringMatching(/^prod.json is not valid/),
    ]);
  });

  test('no value is ever quoted', () => {
    const value = secret('sixteen characters or more');
    const files = [{ originSecret: value }, { brandName: [value] }, { codeTtl: value }, `{"codeTtl":"${value}`];
    const said = files.flatMap((file) => complaintsOf(file));
    expect(said.length).toBeGreaterThan(files.length);
    expect(said.join()).not.toContain(value);
  });
});
