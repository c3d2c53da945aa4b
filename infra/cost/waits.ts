/** A wait for AWS. Nobody can measure it without an account, so it is stated. */
export interface Wait {
  readonly ms: number;
  readonly what: string;
  /** Why so many milliseconds. */
  readonly why: string;
  /** Where it was read; absent: a guess, since we found it written nowhere. */
  readonly source?: string;
}

/** Each includes what its source did not subtract: mostly the caller's own processor time. */
export const waits = {
  dynamodb: {
    ms: 6,
    what: 'a write of DynamoDB',
    why: '10 were measured around the whole call, with the processor time of its caller, which is counted apart here. AWS says "single-digit milliseconds"',
    source: 'https://theburningmonk.com/2019/02/lambda-optimization-tip-enable-http-keep-alive/',
  },
  ses: {
    ms: 50,
    what: '`SendEmail`',
    why: 'the mean that AWS names, of 40 to 60',
    source: 'https://github.com/aws-samples/load-testing-sample-amazon-ses',
  },
  sns: {
    ms: 90,
    what: '`Publish`',
    why: 'a guess. To a topic, and on until a function runs, half of all messages take less than 73',
  },
  kms: { ms: 20, what: '`Sign`', why: 'a guess' },
  runtime: {
    ms: 150,
    what: 'the start of Node.js, before our code is loaded',
    why: 'the most that people report of a function that does nothing, of 100 to 150',
    source: 'https://www.decodednode.com/2026/01',
  },
  secrets: {
    ms: 170,
    what: 'the secrets, three calls at once',
    why: 'a third of what three calls one after the other took',
    source: 'https://developer.squareup.com/blog/using-aws-lambda-extensions-to-accelerate-aws-secrets-manager-access/',
  },
  connection: {
    ms: 23,
    what: 'a new connection',
    why: 'what a kept one saved a call: 33 − 10',
    source: 'https://theburningmonk.com/2019/02/lambda-optimization-tip-enable-http-keep-alive/',
  },
} as const satisfies Record<string, Wait>;

export type WaitName = keyof typeof waits;

export const waitMs = (names: readonly WaitName[]): number => names.reduce((sum, name) => sum + waits[name].ms, 0);
