import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readContext } from '../../../infra/context.ts';
import { environmentsIn } from '../../../infra/environments/environment.ts';
import { root } from '../../docs/pages.ts';
import { resultsFolder, secret } from '../../support/recorded.ts';

/** What is read of `-c env=prod` where prod.json holds this, with these other `-c NAME=VALUE` and files. */
function read(
  file: string | object,
  context: Readonly<Record<string, unknown>> = {},
  files: Readonly<Record<string, string | object>> = {},
) {
  const folder = mkdtempSync(join(resultsFolder, 'environments-'));
  for (const [name, content] of Object.entries({ 'prod.json': file, ...files })) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
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

describe('words of its own', () => {
  const words = { en: { email: { subject: 'Welcome back to {brand}' } } };
  const ofWords = (files: Readonly<Record<string, string | object>>) => complaintsOf(enough, {}, files);

  test('stand beside its settings, and are no environment', () => {
    expect(read(enough, {}, { 'prod.words.json': words })).toMatchObject({ props: { words } });
    expect(ofWords({ 'prod.words.json': words, 'qa.json': enough, 'qa.words.json': '?' })).toEqual([]);
    expect(complaintsOf(enough, { env: 'prod.words' }, { 'prod.words.json': words })).toEqual(['env must be prod']);
  });

  test('are ours where there is no file', () => {
    expect(read(enough)).toHaveProperty('props.words', undefined);
  });

  test('are checked as ours are, and named by their file, beside all other complaints', () => {
    const wrong = { 'de-AT': {}, en: { sms: { ful: '', brief: 'Hello' } } };
    expect(complaintsOf({ ...enough, codeLength: 5 }, {}, { 'prod.words.json': wrong })).toEqual([
      'codeLength must be a whole number from 6 to 10',
      'prod.words.json: de-AT is no language of ours: is it de?',
      'prod.words.json: en.sms.ful is no text of ours: is it full?',
      'prod.words.json: en.sms.brief must have each of {brand} {code} once: it lacks {brand}, it lacks {code}',
    ]);
  });

  test('must fit beside the brand and the domain of this environment', () => {
    const long = { en: { sms: { brief: `{code} is your {brand} code. ${'x'.repeat(110)}` } } };
    expect(ofWords({ 'prod.words.json': long })).toEqual([]);
    const settings = { ...enough, codeOrigin: 'login.example.com' };
    expect(complaintsOf(settings, {}, { 'prod.words.json': long })).toEqual([
      'prod.words.json: en.sms.brief must fit one text beside your brand and domain: it has 165 characters, of which 160 fit',
    ]);
  });

  test.each<[string, string, string | object, string]>([
    ['a comma too many', 'prod.words.json', '{\n  "en": {},\n}', 'prod.words.json is not valid JSON: line 3 column 1'],
    ['a list', 'prod.words.json', [], 'prod.words.json must be a JSON object'],
    [
      'the name of no environment',
      'prods.words.json',
      words,
      'prods.words.json belongs to no environment: is it prod.words.json?',
    ],
    ['another name', 'acme.words.json', words, 'acme.words.json belongs to no environment: there are prod'],
  ])('%s is said', (_, name, content, complaint) => {
    expect(ofWords({ [name]: content })).toEqual([complaint]);
  });

  test('are not given as a setting, and where they stand is said', () => {
    const said = 'is no setting of this stack: your own words stand in NAME.words.json, beside NAME.json';
    expect(complaintsOf({ ...enough, words })).toContain(`prod.json: words ${said}`);
    expect(complaintsOf(enough, { wordsFile: 'words.json' })).toEqual([`wordsFile ${said}`]);
  });
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
