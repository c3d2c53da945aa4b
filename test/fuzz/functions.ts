import { handlersOf } from '../../infra/local/handlers.ts';
import { readPorts } from '../../infra/local/ports.ts';
import { tableName } from '../../infra/local/settings.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import type { EndpointName } from '../../lib/http/routes.ts';
import { createRuntime, silent } from '../../lib/runtime/runtime.ts';
import { readVerifyConfig } from '../../lib/settings/config.ts';

/** Every function, in this process, over the services of a laptop stack in another: what they keep is not ours. */
export function functionsOver(port: number): Readonly<Record<EndpointName, Handler>> {
  const ports = readPorts({ PORT: String(port) });
  const config = readVerifyConfig({
    TABLE_NAME: tableName,
    LOGIN_CODE_SECRET: 'f'.repeat(48),
    PUBLIC_URL: 'https://login.example.com/v1',
    EMAIL_FROM: 'login@example.com',
    SMS_COUNTRIES: '*=1000000',
    ENVIRONMENT: 'development',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${ports.dynamodb}`,
    AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${ports.ses}`,
    AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${ports.sns}`,
  });
  return handlersOf(config, { ...silent(createRuntime('fuzz')), patience: 10 });
}
