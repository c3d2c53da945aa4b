import type { Locale } from '../locales/locales.ts';
import type { Draft } from './draft.ts';
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

export const readApi = ({ required, optional, withDefault }: Reader): Draft<ApiSettings> => ({
  publicUrl: required('publicUrl', a.url),
  allowedOrigins: optional('allowedOrigins', a.origins) ?? [],
  defaultLocale: withDefault('defaultLocale', a.locale, 'en'),
  serviceName: withDefault('serviceName', serviceName, 'auth-service'),
  development: withDefault('environment', isDevelopment, 'production'),
});
