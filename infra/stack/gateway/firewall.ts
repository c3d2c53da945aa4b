import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

export interface FirewallProps {
  readonly stage: Stage;
  /**
   * Requests to `/auth/` from one address in five minutes.
   * @default - any number: behind a CDN every request comes from the CDN's addresses
   */
  readonly requestsPerAddress?: number;
}

/** AWS WAF in front of the API: requests that it blocks cost no function call. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stage, requestsPerAddress }: FirewallProps) {
    super(scope, id);
    const rules = [
      managed('AWSManagedRulesAmazonIpReputationList'),
      // The function itself allows smaller bodies only, and a backend that calls us may send no user agent.
      managed('AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY', 'NoUserAgent_HEADER']),
      ...(requestsPerAddress === undefined ? [] : [rate(requestsPerAddress)]),
    ];
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visibility(rule.name) })),
      visibilityConfig: visibility('login-code'),
    });
    new CfnWebACLAssociation(this, 'Association', { webAclArn: acl.attrArn, resourceArn: stage.stageArn });
  }
}

type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;

/** No sampled requests: they would store people's IP addresses. */
const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const managed = (name: string, onlyCounted: readonly string[] = []): Rule => ({
  name,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      // WAF refuses an empty list.
      ...(onlyCounted.length > 0 && {
        ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      }),
    },
  },
});

const rate = (limit: number): Rule => ({
  name: 'RequestsPerAddress',
  action: { block: {} },
  statement: {
    rateBasedStatement: {
      limit,
      aggregateKeyType: 'IP',
      scopeDownStatement: {
        byteMatchStatement: {
          fieldToMatch: { uriPath: {} },
          positionalConstraint: 'CONTAINS', // the path begins with the stage
          searchString: '/auth/',
          textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
        },
      },
    },
  },
});
