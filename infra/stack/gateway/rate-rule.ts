import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

export type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;

/** How many requests to `/auth/` one address may make. */
export interface AddressRate {
  /** In five minutes. */
  readonly requests: number;
  /** In which header a CDN names the address. Undefined: clients connect to the API themselves. */
  readonly header: string | undefined;
}

/**
 * How many requests one address may make in five minutes for what pages and backends load: the key set, the element, documents.
 * Caches hold all of it, so many people may share the address. A sixtieth of the API's ceiling for it, so no few can use that up.
 */
const pageRequests = 1_000;

/** AWS WAF notices within about 30 seconds that an address asks too much, and later that it has stopped. */
export const rateRules = ({ requests, header }: AddressRate): readonly Rule[] => [
  rule('RequestsPerAddress', requests, header, { byteMatchStatement: underAuth }),
  rule('PageRequestsPerAddress', pageRequests, header, {
    notStatement: { statement: { byteMatchStatement: underAuth } },
  }),
];

const rule = (
  name: string,
  limit: number,
  header: string | undefined,
  scopeDownStatement: CfnWebACL.StatementProperty,
): Rule => ({
  name,
  action: { block: {} },
  statement: {
    rateBasedStatement: {
      limit,
      ...(header === undefined ? { aggregateKeyType: 'IP' } : byConnectionAndHeader(header)),
      scopeDownStatement,
    },
  },
});

const underAuth: CfnWebACL.ByteMatchStatementProperty = {
  fieldToMatch: { uriPath: {} },
  positionalConstraint: 'CONTAINS', // the path begins with the stage
  searchString: '/auth/',
  textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
};

/**
 * Behind a CDN the connecting address is the CDN's, and stands for many people. The header alone could be forged: WAF cannot
 * check the origin secret, so who connects past the CDN could name a stranger's address and have it blocked. Both together
 * block only what comes from there under that name. What this cannot stop, the CDN's own firewall has to: who connects past
 * the CDN under another name each time, and, with CloudFront-Viewer-Address, who makes many connections, as it names the
 * port too.
 */
const byConnectionAndHeader = (name: string): Pick<Statement, 'aggregateKeyType' | 'customKeys'> => ({
  aggregateKeyType: 'CUSTOM_KEYS',
  customKeys: [{ ip: {} }, { header: { name, textTransformations: [{ priority: 0, type: 'LOWERCASE' }] } }],
});

type Statement = CfnWebACL.RateBasedStatementProperty;
