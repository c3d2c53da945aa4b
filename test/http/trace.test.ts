import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { continueTrace } from '../../lib/http/trace.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const parentId = 'b7ad6b7169203331';
const xray = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
const traceOf = (headers: Record<string, string>) => continueTrace(headers, randomBytes);

describe('the trace', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ["the caller's", { traceparent: `00-${traceId}-${parentId}-01` }, traceId, '01'],
    ["the caller's, not sampled", { traceparent: `00-${traceId}-${parentId}-00` }, traceId, '00'],
    ["the caller's, with flags we do not know", { traceparent: `00-${traceId}-${parentId}-03` }, traceId, '01'],
    ["the caller's, of a version to come", { traceparent: `01-${traceId}-${parentId}-01-more` }, traceId, '01'],
    [
      "the caller's before X-Ray's",
      { traceparent: `00-${traceId}-${parentId}-01`, 'x-amzn-trace-id': xray },
      traceId,
      '01',
    ],
    ["X-Ray's", { 'x-amzn-trace-id': xray }, '5759e988bd862e3fe1be46a994272793', '01'],
    [
      "X-Ray's after its Self",
      { 'x-amzn-trace-id': `Self=1-67891234-0;${xray}` },
      '5759e988bd862e3fe1be46a994272793',
      '01',
    ],
    [
      "X-Ray's where the caller's is invalid",
      { traceparent: 'x', 'x-amzn-trace-id': xray },
      '5759e988bd862e3fe1be46a994272793',
      '01',
    ],
  ])('continues %s', (_, headers, id, flags) => {
    const { traceparent, spanId } = traceOf(headers);
    expect(traceparent).toBe(`00-${id}-${spanId}-${flags}`);
    expect(spanId).not.toBe(parentId);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['a version that is invalid', `ff-${traceId}-${parentId}-01`],
    ['version 00 that says more', `00-${traceId}-${parentId}-01-more`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${parentId}-01`],
    ['a parent of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['capitals', `00-${traceId.toUpperCase()}-${parentId}-01`],
    ['a line break', `00-${traceId}-${parentId}-01\n`],
  ])('is new after %s', (_, traceparent) => {
    const trace = traceOf({ traceparent });
    expect(trace.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(trace.traceparent).not.toContain(traceId);
  });
});
