/** What Lambda's runtime does for Node: loads the handler, then asks for one event after the other, and answers each. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';

const env = process.env as Readonly<Record<string, string>>;
const api = `http://${env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const agent = new Agent({ keepAlive: true });

// A test turns its function's clock: what comes with an event is the time until the next one.
const realNow = Date.now;
let testClock: number | undefined;
Date.now = () => testClock ?? realNow();

async function load(): Promise<(event: unknown, context: Context) => Promise<unknown>> {
  const [file, name = ''] = env._HANDLER?.split('.') ?? [];
  try {
    return (await import(pathToFileURL(`${env.LAMBDA_TASK_ROOT}/${file}.mjs`).href))[name];
  } catch (error) {
    await call('POST', 'init/error', describe(error));
    process.exit(1);
  }
}

async function serve(): Promise<void> {
  const { headers, body } = await call('GET', 'invocation/next');
  const id = headers['lambda-runtime-aws-request-id'] as string;
  testClock = headers['test-clock'] === undefined ? undefined : Number(headers['test-clock']);
  process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'] as string;
  try {
    await call('POST', `invocation/${id}/response`, await handler(JSON.parse(body), contextOf(id, headers)));
  } catch (error) {
    await call('POST', `invocation/${id}/error`, describe(error));
  }
}

function contextOf(awsRequestId: string, headers: IncomingMessage['headers']): Context {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME ?? '',
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION ?? '',
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'] as string,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? '',
    awsRequestId,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME ?? '',
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME ?? '',
    getRemainingTimeInMillis: () => deadline - realNow(),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

const describe = (error: unknown) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, stackTrace: error.stack?.split('\n') }
    : { errorType: typeof error, errorMessage: String(error), stackTrace: [] };

async function call(method: 'GET' | 'POST', path: string, body?: unknown) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const outgoing = request(`${api}/${path}`, { method, agent }, resolve).on('error', reject);
  outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  const response = await promise;
  return { headers: response.headers, body: await text(response) };
}

const handler = await load();
while (true) await serve();
