import { expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { type Resource, resourcesOf, synthesize } from '../../support/synthesis.ts';

const [staging, prod] = ['staging', 'prod'].map((env) => synthesize({ env, smsCountries: 'US=5' })) as [
  Template,
  Template,
];

const shared = (listed: (template: Template) => readonly string[]): readonly string[] => {
  const names = new Set(listed(staging));
  return listed(prod).filter((name) => names.has(name));
};

const everyResource = (template: Template): readonly Resource[] =>
  [...new Set(Object.values<Resource>(template.toJSON().Resources).map(({ Type }) => Type))].flatMap((type) =>
    Object.values(resourcesOf(template, type)),
  );

/** These are names only within the resource that they belong to. */
const withinAnother = ['AWS::IAM::Policy PolicyName', 'AWS::ApiGateway::Stage StageName'];

const physicalNames = (template: Template): readonly string[] =>
  everyResource(template)
    .filter(({ Type }) => Type !== 'AWS::CloudWatch::Alarm')
    .flatMap(({ Type, Properties }) =>
      Object.entries(Properties ?? {})
        .filter(([key, value]) => /Name$/.test(key) && typeof value === 'string' && !value.startsWith('<'))
        .map(([key, value]) => [`${Type} ${key}`, value] as const),
    )
    .filter(([kind]) => !withinAnother.includes(kind))
    .map(([kind, value]) => `${kind} ${value}`);

/** With what tells a metric of one stack from another's: a name, or a resource of the stack. */
const metrics = (template: Template): readonly string[] =>
  Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm'))
    .flatMap(({ Properties }) => [
      Properties,
      ...(Properties.Metrics ?? []).map((each: { MetricStat?: object }) => each.MetricStat),
    ])
    .map((each) => each?.Metric ?? each)
    .filter((metric) => metric?.MetricName)
    .map(({ Namespace, MetricName, Dimensions = [] }) => ({ Namespace, MetricName, Dimensions }))
    .filter(({ Dimensions }) => !Dimensions.some(({ Value }: { Value: string }) => Value.startsWith('<')))
    .map((metric) => JSON.stringify(metric));

test('two environments have no name in common', () => {
  expect(physicalNames(prod)).toContain('AWS::ApiGateway::RestApi Name login-code-prod-LoginCode');
  expect(shared(physicalNames)).toEqual([]);
});

test("two environments watch no metric in common, but for the account's own", () => {
  expect(metrics(prod).join()).toContain('"Value":"login-code-prod"');
  const accounts = /"MetricName":"(SMSMonthToDateSpentUSD|SMSSuccessRate|Reputation\.\w+)"/;
  expect(shared(metrics).filter((metric) => !accounts.test(metric))).toEqual([]);
});

test('two environments export nothing', () => {
  const exported = (template: Template) =>
    Object.values<{ Export?: object }>(template.toJSON().Outputs).filter((output) => output.Export);
  expect([...exported(staging), ...exported(prod)]).toEqual([]);
});

test('two environments call their firewalls, logs and metrics by their own names', () => {
  for (const [template, name] of [
    [staging, 'login-code-staging'],
    [prod, 'login-code-prod'],
  ] as const) {
    const text = JSON.stringify(template.toJSON());
    expect(text).toContain(`"SERVICE_NAME":"${name}"`);
    expect(text).toContain(`"MetricName":"${name}-RequestsPerAddress"`);
    expect(text).not.toContain(name === 'login-code-prod' ? 'login-code-staging' : 'login-code-prod');
  }
});
