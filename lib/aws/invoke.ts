import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { functionTimeout } from '../core/deadlines.ts';
import { second } from '../core/time.ts';
import { clientSettings } from './client.ts';
import { lean } from './lean/lean.ts';

/** A version that was never called before starts first. */
const maxWait = functionTimeout + 10 * second;

/**
 * Calls a function and gives what it returned, as JSON says it. Throws where the function failed; the error's name is that of
 * its failure. One attempt: a second one could send a second code.
 */
export function createInvoke(endpoint: string | undefined, patience: number) {
  const client = lean(new LambdaClient(clientSettings(endpoint, maxWait, 1, patience)));
  return async (functionArn: string, event: object) => {
    const Payload = new TextEncoder().encode(JSON.stringify(event));
    const answer = await client.send(new InvokeCommand({ FunctionName: functionArn, Payload }));
    const returned = JSON.parse(new TextDecoder().decode(answer.Payload));
    if (answer.FunctionError !== undefined) {
      // Not its message, which may hold anything.
      throw Object.assign(new Error('the function failed'), {
        name: String(returned?.errorType ?? answer.FunctionError),
      });
    }
    return returned;
  };
}
