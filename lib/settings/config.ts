import { type ApiSettings, readApi } from './api.ts';
import { type CodeSettings, readCodes } from './codes.ts';
import { type Draft, faulty, whole } from './draft.ts';
import { type Endpoints, readEndpoints } from './endpoints.ts';
import { type HeartbeatSettings, readHeartbeat } from './heartbeat.ts';
import { type Environment, type Reader, readVariables } from './reader.ts';
import { type RolloutSettings, readRollout } from './rollout.ts';
import { readTokens, type TokenSettings } from './tokens.ts';
import * as a from './values.ts';

export type ApiConfig = ApiSettings;

interface CallsAws {
  readonly endpoints: Endpoints;
}

/** For pages that link to the API's reference where there is one. */
export interface PagesConfig extends ApiConfig {
  readonly apiReference: boolean;
}

export interface SendConfig extends ApiConfig, CodeSettings, CallsAws {}
export interface TokenConfig extends ApiConfig, TokenSettings, CallsAws {}
export interface HeartbeatConfig extends ApiConfig, HeartbeatSettings, CallsAws {}
/** For what tests new versions as a heartbeat would. */
export interface RolloutConfig extends HeartbeatConfig, RolloutSettings {}
export type VerifyConfig = SendConfig & TokenConfig;

// Each throws one error that names every bad setting.
export const readApiConfig = (env: Environment): ApiConfig => settle(readVariables(env), readApi);
export const readPagesConfig = (env: Environment): PagesConfig => settle(readVariables(env), readPages);
export const readSendConfig = (env: Environment): SendConfig => settle(readVariables(env), readSend);
export const readTokenConfig = (env: Environment): TokenConfig => settle(readVariables(env), readToken);
export const readHeartbeatConfig = (env: Environment): HeartbeatConfig => settle(readVariables(env), readBeat);
export const readRolloutConfig = (env: Environment): RolloutConfig => settle(readVariables(env), readHook);
export const readVerifyConfig = (env: Environment, check?: Check): VerifyConfig =>
  verifyConfigOf(readVariables(env), check);

/** As `readVerifyConfig`, for settings that are not environment variables. */
export const verifyConfigOf = (reader: Reader, check?: Check): VerifyConfig =>
  settle(reader, (reader) => readChecked(reader, check));

/** All that `verifyConfigOf` would name. */
export function complaintsOf(reader: Reader, check?: Check): readonly string[] {
  readChecked(reader, check);
  return reader.complaints;
}

/** Finds more that is wrong, for which a starting function has no time. */
export type Check = (draft: Pick<Draft<VerifyConfig>, 'style' | 'code' | 'words'>) => readonly string[];

function readPages(reader: Reader): Draft<PagesConfig> {
  return { ...readApi(reader), apiReference: reader.withDefault('apiReference', a.trueOrFalse, 'false') };
}

function readSend(reader: Reader): Draft<SendConfig> {
  const api = readApi(reader);
  return { ...api, ...readCodes(reader, api), endpoints: readEndpoints(reader) };
}

function readToken(reader: Reader): Draft<TokenConfig> {
  const api = readApi(reader);
  return { ...api, ...readTokens(reader, api), endpoints: readEndpoints(reader) };
}

function readBeat(reader: Reader): Draft<HeartbeatConfig> {
  const api = readApi(reader);
  return { ...api, ...readHeartbeat(reader, api), endpoints: readEndpoints(reader) };
}

function readHook(reader: Reader): Draft<RolloutConfig> {
  return { ...readBeat(reader), ...readRollout(reader) };
}

function readChecked(reader: Reader, check: Check = () => []): Draft<VerifyConfig> {
  const draft = readVerify(reader);
  reader.complaints.push(...check(draft));
  return draft;
}

function readVerify(reader: Reader): Draft<VerifyConfig> {
  const send = readSend(reader);
  return { ...send, ...readTokens(reader, send) };
}

export function settle<T extends object>(reader: Reader, read: (reader: Reader) => Draft<T>): T {
  const config = whole(read(reader));
  if (config === faulty || reader.complaints.length > 0) {
    throw new Error(`Settings to mend:\n  ${reader.complaints.join('\n  ')}`);
  }
  return deepFreeze(config);
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
