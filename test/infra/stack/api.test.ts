import { describe, expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { stated } from '../../../infra/cost/stated.ts';
import { everyRoute, routes } from '../../../lib/http/routes.ts';
import { variable } from '../../../lib/settings/variables.ts';
import { everything, mailOnly, pathsOf, propertiesOf, resourcesOf, synthesize } from '../../support/synthesis.ts';

const mail = synthesize(mailOnly);
const full = synthesize(everything);

describe('the API', () => {
  test('takes any method of each path, so that the functions can say which they allow', () => {
    const methods = Object.values(pathsOf(mail)).map(({ HttpMethod }) => HttpMethod);
    expect(methods).toEqual(Object.values(routes).map(() => 'ANY'));
    expect(Object.values(pathsOf(full)).map(({ HttpMethod }) => HttpMethod)).toEqual(everyRoute().map(() => 'ANY'));
  });

  test('compresses what is large, and no answer about a code or a token', () => {
    const { MinimumCompressionSize } = propertiesOf(mail, 'AWS::ApiGateway::RestApi').Api;
    expect(MinimumCompressionSize).toBe(4_096);
    for (const endpoint of ['send-login-code', 'verify-login-code'] as const) {
      expect(stated.dearest[endpoint].responseBytes).toBeLessThan(MinimumCompressionSize);
    }
  });

  test('tells the functions the address of its stage', () => {
    const { Send } = propertiesOf(mail, 'AWS::Lambda::Function');
    expect(Send.Environment.Variables[variable.publicUrl]).toBe('https://<Api>.execute-api.eu-west-1.amazonaws.com/v1');
    expect(propertiesOf(mail, 'AWS::ApiGateway::Stage').ApiDeploymentStagev1.StageName).toBe('v1');
  });

  test('is whom tokens are for, unless told otherwise', () => {
    const audiences = (template: Template) => {
      const { Verify, WellKnown } = propertiesOf(template, 'AWS::Lambda::Function');
      return [Verify, WellKnown].map(({ Environment }) => Environment.Variables[variable.audience]);
    };
    const own = 'https://<Api>.execute-api.eu-west-1.amazonaws.com/v1';
    expect([audiences(mail), audiences(full)]).toEqual([
      [own, own],
      ['acme', 'acme'],
    ]);
  });

  const ratesOf = (template: Template) =>
    propertiesOf(template, 'AWS::ApiGateway::Stage').ApiDeploymentStagev1.MethodSettings.map(
      (at: Record<string, unknown>) => [
        `${at.HttpMethod} ${at.ResourcePath}`,
        at.ThrottlingRateLimit,
        at.ThrottlingBurstLimit,
      ],
    );

  test('has a ceiling on every method, and on sending, checking, and each page one of its own', () => {
    expect(ratesOf(mail)).toEqual([
      ['* /*', 10, 20],
      ['POST /~1auth~1send-login-code', 200, 400],
      ['OPTIONS /~1auth~1send-login-code', 200, 400],
      ['POST /~1auth~1verify-login-code', 400, 800],
      ['OPTIONS /~1auth~1verify-login-code', 400, 800],
      ['GET /~1.well-known~1{document}', 200, 400],
      ['GET /~1problems', 200, 400],
      ['GET /~1problems~1{slug}', 200, 400],
      ['GET /~1openapi.json', 200, 400],
      ['GET /~1login-code.js', 200, 400],
      ['GET /~1login-code~1{file}', 200, 400],
    ]);
  });

  test('lets pages through as before, however few codes may be asked for', () => {
    const rates = ratesOf(full);
    expect(rates).toContainEqual(['POST /~1auth~1send-login-code', 100, 200]);
    expect(rates).toContainEqual(['GET /~1.well-known~1{document}', 200, 400]);
    expect(rates).toContainEqual(['GET /~1docs~1{file}', 5, 10]);
  });

  test('logs no address, user agent, path or query', () => {
    const { AccessLogSetting } = propertiesOf(mail, 'AWS::ApiGateway::Stage').ApiDeploymentStagev1;
    const fields: Record<string, string> = JSON.parse(AccessLogSetting.Format);
    expect(fields.request_id).toBe('req_$context.requestId');
    expect(fields.extended_request_id).toBe('$context.extendedRequestId');
    expect(Object.values(fields).join(' ')).not.toMatch(
      /identity|userAgent|context\.path|query|header|authorizer|message/i,
    );
  });

  test('sets the role it logs by, and leaves it behind, unless told not to', () => {
    const account = resourcesOf(mail, 'AWS::ApiGateway::Account').ApiAccount;
    expect(account).toMatchObject({ DeletionPolicy: 'Retain' });
    expect(resourcesOf(mail, 'AWS::IAM::Role').ApiCloudWatchRole).toMatchObject({ DeletionPolicy: 'Retain' });
    expect(resourcesOf(full, 'AWS::ApiGateway::Account')).toEqual({});
  });

  test('is reached by its domain alone, where it has one', () => {
    expect(propertiesOf(full, 'AWS::ApiGateway::RestApi').Api.DisableExecuteApiEndpoint).toBe(true);
    const records = Object.values(propertiesOf(full, 'AWS::Route53::RecordSet'));
    expect(records.map(({ Name, Type }) => `${Type} ${Name}`)).toEqual([
      'A login.example.com.',
      'AAAA login.example.com.',
    ]);
  });
});

describe('the firewall', () => {
  const aclOf = (template: Template) => propertiesOf(template, 'AWS::WAFv2::WebACL').FirewallAcl;
  const rulesOf = (template: Template): string[] => aclOf(template).Rules.map(({ Name }: { Name: string }) => Name);
  const managed = ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet'];

  test('stands in front unless it is switched off', () => {
    expect(propertiesOf(mail, 'AWS::WAFv2::WebACLAssociation').FirewallAssociation.ResourceArn).toContain(
      '<Api>/stages/',
    );
    expect(resourcesOf(synthesize({ ...everything, firewall: 'false' }), 'AWS::WAFv2::WebACL')).toEqual({});
  });

  test('names no rules to count where there are none: WAF refuses an empty list', () => {
    expect(JSON.stringify(resourcesOf(full, 'AWS::WAFv2::WebACL'))).not.toContain('[]');
  });

  test('blocks an address that asks for codes, or checks them, too often', () => {
    const { Action, Statement } = aclOf(mail).Rules[2];
    expect(Action).toEqual({ Block: {} });
    expect(Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'IP',
      Limit: 500,
      ScopeDownStatement: { ByteMatchStatement: { SearchString: '/auth/' } },
    });
  });

  test("counts by the CDN's address and the header together, so that a forged header has nobody else blocked", () => {
    const { AggregateKeyType, CustomKeys } = aclOf(full).Rules[2].Statement.RateBasedStatement;
    expect([AggregateKeyType, CustomKeys]).toEqual([
      'CUSTOM_KEYS',
      [
        { IP: {} },
        { Header: { Name: 'cloudfront-viewer-address', TextTransformations: [{ Priority: 0, Type: 'LOWERCASE' }] } },
      ],
    ]);
  });

  test('counts no addresses where one backend may call for everybody, unless a rate is given', () => {
    const backend = { ...mailOnly, callerLimits: 'off' };
    expect(rulesOf(synthesize(backend))).toEqual(managed);
    expect(rulesOf(synthesize({ ...mailOnly, verifyCallerLimits: 'off' }))).toEqual(managed);
    expect(rulesOf(synthesize({ ...backend, firewallRate: '900' }))).toEqual([
      ...managed,
      'RequestsPerAddress',
      'PageRequestsPerAddress',
    ]);
  });

  test('never blocks an address that keeps to our own limits', () => {
    const rateOf = (context: object) =>
      aclOf(synthesize({ ...mailOnly, ...context })).Rules[2].Statement.RateBasedStatement.Limit;
    expect(rateOf({ callerLimits: '200/1m', verifyCallerLimits: '200/1m' })).toBe(2_000);
    expect(rateOf({ callerLimits: '200/1m 200/10m' })).toBe(500);
    expect(rateOf({ callerLimits: '200/1m', firewallRate: '900' })).toBe(900);
  });

  test("only counts what AWS's lists match, until it is told to block", () => {
    const overrides = (template: Template) =>
      aclOf(template)
        .Rules.slice(0, 2)
        .map(({ OverrideAction }: { OverrideAction: object }) => OverrideAction);
    expect(overrides(full)).toEqual([{ Count: {} }, { Count: {} }]);
    expect(overrides(synthesize({ ...mailOnly, firewallMode: 'block' }))).toEqual([{ None: {} }, { None: {} }]);
  });

  test('has metrics of its own in each stack, and stores no request', () => {
    const shown = (template: Template) => {
      const { Rules, VisibilityConfig } = aclOf(template);
      return [VisibilityConfig, ...Rules.map((rule: { VisibilityConfig: object }) => rule.VisibilityConfig)];
    };
    const [names, others] = [mail, synthesize({ ...mailOnly, stackName: 'other' })].map((template) =>
      shown(template).map(({ MetricName }) => MetricName),
    );
    expect(names).toEqual(['login-code', ...rulesOf(mail).map((rule) => `login-code-${rule}`)]);
    expect(others?.filter((name) => names?.includes(name))).toEqual([]);
    expect(shown(mail).filter(({ SampledRequestsEnabled }) => SampledRequestsEnabled)).toEqual([]);
  });
});
