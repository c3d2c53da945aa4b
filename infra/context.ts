import { join } from 'node:path';
import { faulty, whole } from '../lib/settings/draft.ts';
import { environmentsIn, readEnvironment } from './environments/environment.ts';
import { isOurs, meant, nearest } from './environments/names.ts';
import { readStackSettings } from './environments/reader.ts';
import { readStackProps } from './environments/stack-props.ts';
import { type Given, textsOf } from './environments/texts.ts';
import { wordsFileOf } from './environments/words-file.ts';
import { complaintsAbout, givenSettings } from './stack/settings.ts';
import type { LoginCodeStackProps } from './stack/stack.ts';
import { checkWords } from './words/check.ts';

/** All that a stack takes, or all that is wrong with what was given. */
export type Reading = { readonly props: LoginCodeStackProps } | { readonly complaints: readonly string[] };

const environments = join(import.meta.dirname, 'environments');

/**
 * Reads the CDK's context: `-c NAME=VALUE`, what stands in `cdk.json`, and under both the file that `-c env=NAME` names, with the
 * words beside it.
 */
export function readContext(context: Readonly<Record<string, unknown>>, folder = environments): Reading {
  const env = context.env === undefined ? undefined : String(context.env);
  const file = env === undefined ? nothing : readEnvironment(env, folder);
  // Without its settings, nearly everything would seem to be missing.
  if ('unreadable' in file) return { complaints: [file.unreadable] };
  const line = textsOf(Object.fromEntries(Object.entries(context).filter(([name]) => isOurs(name))));
  // Two environments in one account and region must not be one stack.
  const given: Given = { ...(env && { stackName: `login-code-${env}` }), ...file.given, ...line.given };
  const settings = Object.fromEntries(givenSettings.map((name) => [name, given[name]?.trim()]));
  const reader = readStackSettings(given);
  const { words } = file;
  const props = whole<LoginCodeStackProps>({ settings, words, ...readStackProps(reader, settings.emailFrom) });
  const misread = [...file.complaints, ...Object.keys(context).flatMap(misspelt), ...line.complaints];
  const check = checkWords(words, wordsFileOf(env ?? ''));
  const complaints = [...misread, ...complaintsAbout(settings, check), ...reader.complaints];
  return props === faulty || complaints.length > 0 ? { complaints } : { props };
}

const nothing = { given: {}, complaints: [], words: undefined };

/** What to do about missing settings. */
export const howToGive = `-c env=NAME reads them from a file in infra/environments: NAME is ${environmentsIn(environments).join(' or ')}.`;

/** A misspelt name would leave a setting unset. Context that others use is left alone. */
function misspelt(name: string): readonly string[] {
  if (isOurs(name) || name === 'env') return [];
  if (name === 'originSecret') return ['originSecret could be read in the template: give originSecretSha256'];
  return nearest(name) === undefined ? [] : [`${name} is no setting of this stack${meant(name)}`];
}
