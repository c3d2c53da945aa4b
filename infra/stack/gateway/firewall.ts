import { Stack } from 'aws-cdk-lib';
import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { type AddressRate, type Rule, rateRules } from './rate-rule.ts';

/** What AWS's own lists of rules do with a request that they match: have it counted, or blocked. */
export type FirewallMode = 'count' | 'block';

export interface FirewallProps {
  readonly stage: Stage;
  readonly mode: FirewallMode;
  /**
   * How many requests to `/auth/` one address may make.
   * @default - any number
   */
  readonly rate: AddressRate | undefined;
}

/** AWS WAF in front of the API: requests that it blocks take nothing from the API's ceiling, and call no function. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stage, mode, rate }: FirewallProps) {
    super(scope, id);
    const rules = [
      managed(mode, 'AWSManagedRulesAmazonIpReputationList'),
      // The function itself allows smaller bodies only, and a backend that calls us may send no user agent.
      managed(mode, 'AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY', 'NoUserAgent_HEADER']),
      ...(rate ? rateRules(rate) : []),
    ];
    // Metrics of two stacks with the same names would be one metric.
    const { stackName } = Stack.of(this);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: rules.map((rule, priority) => ({
        ...rule,
        priority,
        visibilityConfig: visibility(`${stackName}-${rule.name}`),
      })),
      visibilityConfig: visibility(stackName),
    });
    new CfnWebACLAssociation(this, 'Association', { webAclArn: acl.attrArn, resourceArn: stage.stageArn });
  }
}

/** No sampled requests: they would store people's IP addresses. */
const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const managed = (mode: FirewallMode, name: string, onlyCounted: readonly string[] = []): Rule => ({
  name,
  overrideAction: mode === 'block' ? { none: {} } : { count: {} },
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
