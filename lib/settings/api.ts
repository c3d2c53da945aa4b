import type { Locale } from '../locales/locales.ts';
import type { Draft, Faulty } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

/** Every function needs these. */
export interface ApiSettings {
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly defaultLocale: Locale;
  readonly serviceName: string;
  readonly development: boolean;
}

const serviceName = a.matching(/^[\w.-]{1,64}$/, 'letters, digits, ".", "_" or "-"');
const isDevelopment = a.mapped(a.oneOf('production', 'development'), (text) => text === 'development');

export const readServiceName = ({ withDefault }: Reader): string | Faulty =>
  withDefault('serviceName', serviceName, 'auth-service');

export const readApi = (reader: Reader): Draft<ApiSettings> => ({
  publicUrl: reader.required('publicUrl', a.url),
  allowedOrigins: reader.optional('allowedOrigins', a.origins) ?? [],
  defaultLocale: reader.withDefault('defaultLocale', a.locale, 'en'),
  serviceName: readServiceName(reader),
  development: reader.withDefault('environment', isDevelopment, 'production'),
});
