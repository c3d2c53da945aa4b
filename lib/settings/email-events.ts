import type { IndexSecretSettings } from '../core/keys.ts';
import { readServiceName } from './api.ts';
import { readBounceMark } from './channels.ts';
import { readTableName } from './codes.ts';
import { settle } from './config.ts';
import { type Draft, whole } from './draft.ts';
import { type Endpoints, readEndpoints } from './endpoints.ts';
import { type Environment, type Reader, readVariables } from './reader.ts';
import { readIndexSecret } from './secrets.ts';

/** Settings of the function that hears what became of each mail. */
export interface EmailEventsConfig {
  readonly serviceName: string;
  /** Where addresses that bounce are marked. Undefined: nowhere. */
  readonly mark: { readonly tableName: string; readonly secret: IndexSecretSettings } | undefined;
  readonly endpoints: Endpoints;
}

export const readEmailEventsConfig = (env: Environment): EmailEventsConfig =>
  settle(readVariables(env), readEmailEvents);

const readEmailEvents = (reader: Reader): Draft<EmailEventsConfig> => ({
  serviceName: readServiceName(reader),
  mark:
    readBounceMark(reader) === true
      ? whole({ tableName: readTableName(reader), secret: readIndexSecret(reader) })
      : undefined,
  endpoints: readEndpoints(reader),
});
