import { AsyncLocalStorage } from 'node:async_hooks';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Fields are flat and chosen one by one, so that no event, body or address gets in by accident. */
export interface Log {
  info(message: string, fields: Fields): void;
  warn(message: string, fields: Fields): void;
  error(message: string, fields: Fields): void;
}

/** What every line written on behalf of one request carries. */
interface RequestIds {
  request_id?: string;
  trace_id?: string;
}

const requests = new AsyncLocalStorage<RequestIds>();

/** A warm Lambda takes one request at a time, the laptop stack many. */
export const inRequest = <T>(run: () => T): T => requests.run({}, run);

export const identifyRequest = (ids: RequestIds): void => void Object.assign(requests.getStore() ?? {}, ids);

/** One line of JSON each. */
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

/** Past `console`, which Lambda wraps each line of in another one. */
export const writeLine = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** Lambda sets it anew for each request. */
const xrayTraceId = (): string | undefined => /Root=([^;]+)/.exec(process.env._X_AMZN_TRACE_ID ?? '')?.[1];

/** What may be said of an error. Never its message: those of AWS and of parsers quote what they were given. */
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
