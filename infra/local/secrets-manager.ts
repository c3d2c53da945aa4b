import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { listen, type Running, surviving } from './server.ts';

interface Request {
  readonly SecretId: string;
  readonly VersionStage?: string;
  readonly SecretString?: string;
}

/** Secrets Manager for secrets that are there from the start: reads and replaces them, in the AWS JSON 1.1 protocol. */
export function startSecretsManager(
  secrets: Readonly<Record<string, string>>,
  port: number,
  host: string,
): Promise<Running> {
  /** By ARN, newest first. */
  const versions = new Map(Object.entries(secrets).map(([arn, value]) => [arn, [value]]));

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = String(request.headers['x-amz-target']).split('.')[1];
    const { SecretId, VersionStage, SecretString } = (await json(request)) as Request;
    const values = versions.get(SecretId) ?? [];
    if (operation === 'PutSecretValue' && SecretString) versions.set(SecretId, [SecretString, ...values]);
    const value = operation === 'GetSecretValue' ? values[VersionStage === 'AWSPREVIOUS' ? 1 : 0] : SecretString;
    response.writeHead(value ? 200 : 400, { 'Content-Type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(value ? { ARN: SecretId, SecretString: value } : { __type: 'ResourceNotFoundException' }),
    );
  };
  return listen(createServer(surviving(answer)), port, host);
}
