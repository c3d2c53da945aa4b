import { AsyncLocalStorage } from 'node:async_hooks';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Fields are flat and chosen one by one, so that no event, body or address is logged by accident. */
export interface Log {
  info(message: string, fields: Fields): void;
  warn(message: string, fields: Fields): void;
  error(message: string, fields: Fields): void;
}

/** Every line that a request writes carries these. */
interface RequestIds {
  request_id?: string;
  /** The gateway's own id. A client can choose the other one. */
  extended_request_id?: string | undefined;
  trace_id?: string;
}

const requests = new AsyncLocalStorage<RequestIds>();

/** A Lambda function handles one request at a time; the laptop stack handles many. */
export const inRequest = <T>(run: () => T): T => requests.run({}, run);

export const identifyRequest = (ids: RequestIds): void => void Object.assign(requests.getStore() ?? {}, ids);

/** Each line is one JSON object. */
export function createLog(serviceName: string): Log {
  const write = (level: string, message: string, fields: Fields): void =>
    writeLine({
      level,
      message,
      timestamp: new Date().toISOString(),
      service: serviceName,
      xray_trace_id: xrayTraceId(),
      ...requests.getStore(),
      ...fields,
    });
  return {
    info: (message, fields) => write('INFO', message, fields),
    warn: (message, fields) => write('WARN', message, fields),
    error: (message, fields) => write('ERROR', message, fields),
  };
}

/** Bypasses console: Lambda would wrap each line in another JSON object. */
export const writeLine = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** Lambda sets the variable before each request. */
const xrayTraceId = (): string | undefined => /Root=([^;]+)/.exec(process.env._X_AMZN_TRACE_ID ?? '')?.[1];

/** The parts of an error that may be logged. Not its message: AWS and parsers quote their input in theirs. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error_name: typeof error };
  const { code, $metadata } = error as { code?: string; $metadata?: { requestId?: string; httpStatusCode?: number } };
  return {
    error_name: error.name,
    error_code: code,
    aws_request_id: $metadata?.requestId,
    aws_status: $metadata?.httpStatusCode,
    at: frames(error.stack),
  };
}

const frames = (stack = ''): string =>
  stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join(' < ');
