/** One span of a W3C trace (https://www.w3.org/TR/trace-context/). */
export interface Trace {
  readonly spanId: string;
  /** The whole header, with our span. */
  readonly traceparent: string;
}

type Headers = Readonly<Record<string, string | undefined>>;

/** Continues the client's trace, else X-Ray's, else starts a new one. */
export function continueTrace(headers: Headers, random: (bytes: number) => Buffer): Trace {
  const { traceId, sampled } = fromTraceparent(headers.traceparent) ??
    fromXRay(headers['x-amzn-trace-id']) ?? { traceId: random(16).toString('hex'), sampled: false };
  const spanId = random(8).toString('hex');
  return { spanId, traceparent: `00-${traceId}-${spanId}-0${sampled ? 1 : 0}` };
}

interface Origin {
  readonly traceId: string;
  readonly sampled: boolean;
}

function fromTraceparent(header = ''): Origin | undefined {
  const parts = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(header);
  if (!parts) return undefined;
  const [, version, traceId = '', parentId = '', flags = '', more] = parts;
  // Only later versions may have more parts; version ff and ids of zeros are invalid.
  if (version === 'ff' || (version === '00' && more) || /^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined;
  return { traceId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

function fromXRay(header = ''): Origin | undefined {
  const [, time, rest] = /(?:^|;)\s*Root=1-([0-9a-f]{8})-([0-9a-f]{24})/.exec(header) ?? [];
  return time && rest ? { traceId: time + rest, sampled: /(?:^|;)\s*Sampled=1/.test(header) } : undefined;
}
