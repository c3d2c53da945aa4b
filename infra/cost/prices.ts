/** A list price in us-east-1, its first tier, without any free tier. */
export interface Price {
  readonly usd: number;
  /** How many of what it is for. */
  readonly per: number;
  readonly unit: string;
  /** Where it was read, or where it can be. */
  readonly source: string;
  /** False: taken as commonly quoted, and not found written where we could read it. */
  readonly read: boolean;
}

/** When the sources were read, from stored copies of them. Prices change: look again before relying on one. */
export const readOn = '2026-11-24';

const million = 1_000_000;
const gigabyte = 1024 ** 3;

export const prices = {
  restApi: {
    usd: 3.5,
    per: million,
    unit: 'request',
    source:
      'https://docs.aws.amazon.com/whitepapers/latest/best-practices-api-gateway-private-apis-integration/cost-optimization.html',
    read: true,
  },
  lambdaRequest: {
    usd: 0.2,
    per: million,
    unit: 'request',
    source: 'https://git.mcrn.ar/mariano/lambda_local_runner/src/branch/main/docs/lambdas-md/lambda-13-cost.md',
    read: true,
  },
  lambdaArm: {
    usd: 0.0000133334,
    per: 1,
    unit: 'GB-second on arm64',
    source: 'https://cloudchipr.com/blog/aws-lambda-pricing',
    read: true,
  },
  dynamoDbWrite: {
    usd: 0.625,
    per: million,
    unit: 'write request unit, on demand',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
    read: true,
  },
  dynamoDbRead: {
    usd: 0.125,
    per: million,
    unit: 'read request unit, on demand',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
    read: true,
  },
  /** Also of requests that the firewall blocks. */
  wafRequest: {
    usd: 0.6,
    per: million,
    unit: 'request',
    source: 'https://c3x.dev/blog/aws-waf-cost-explained/',
    read: true,
  },
  kmsSign: {
    usd: 0.03,
    per: 10_000,
    unit: 'signature by an RSA key of 2,048 bits',
    source: 'https://www.wring.co/blog/aws-kms-pricing-guide',
    read: true,
  },
  logsIngested: {
    usd: 0.5,
    per: gigabyte,
    unit: 'byte',
    source: 'https://hykell.com/kb/platform-specific-guides/aws-cloudwatch-logs-pricing',
    read: true,
  },
  xrayTrace: { usd: 5, per: million, unit: 'trace', source: 'https://aws.amazon.com/xray/pricing/', read: true },
  dataOut: {
    usd: 0.09,
    per: gigabyte,
    unit: 'byte to the internet',
    source: 'https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer',
    read: false,
  },
  sesMail: {
    usd: 0.1,
    per: 1_000,
    unit: 'mail',
    source: 'https://www.acecloudinterviews.com/tutorials/aws/ses/',
    read: true,
  },
  snsText: {
    usd: 0.00645,
    per: 1,
    unit: 'text to the US, without what the carrier adds',
    source: 'https://aws.amazon.com/sns/sms-pricing/',
    read: false,
  },
  /** Where `smsMaxPrice` sets no other. The highest that we found written anywhere was 0.493, for Madagascar. */
  dearestText: {
    usd: 0.5,
    per: 1,
    unit: 'text to the dearest country',
    source:
      'https://www.alibabacloud.com/help/en/sms/product-overview/announcement-on-product-billing-for-intl-sms-service-update-2503',
    read: false,
  },
} as const satisfies Record<string, Price>;

export const priceOf = (amount: number, { usd, per }: Price): number => (amount * usd) / per;
