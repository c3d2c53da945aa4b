import type { Running } from '../../infra/local/server.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { secretArns, signingKey, startEmulated as startAll } from '../support/emulated.ts';
import type { ServiceName } from './call.ts';

/** Reached directly: nothing fails here. */
export interface Emulated {
  readonly urls: Readonly<Record<ServiceName, string>>;
  close(): Promise<void>;
}

/** Of every function. Its table and the endpoints of the services come besides. */
export const settings: Environment = {
  ...secretArns,
  PUBLIC_URL: 'https://login.example.com/v1',
  EMAIL_FROM: 'login@example.com',
  SMS_COUNTRIES: '*=1000',
  AUDIENCE: 'https://api.example.com',
  SIGNING_KEY_ARN: signingKey,
  CODE_LENGTH: '10', // shorter ones turn up in any log by chance
};

export async function startEmulated(): Promise<Emulated> {
  const all: Readonly<Record<ServiceName, Running>> = await startAll();
  const urls = Object.fromEntries(Object.entries(all).map(([name, { url }]) => [name, url])) as Emulated['urls'];
  return {
    urls,
    async close() {
      await Promise.all(Object.values(all).map((service) => service.close()));
    },
  };
}

/** Every service at one address: the relay tells them apart by what they are asked. */
export const endpointsAt = (url: string): Environment => ({
  AWS_ENDPOINT_URL_DYNAMODB: url,
  AWS_ENDPOINT_URL_SESV2: url,
  AWS_ENDPOINT_URL_SNS: url,
  AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: url,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
  AWS_ENDPOINT_URL_KMS: url,
});
