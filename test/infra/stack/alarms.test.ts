import { describe, expect, jest, test } from '@jest/globals';
import { type Stack, Validations } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { ArtifactMetadataEntryType } from 'aws-cdk-lib/cloud-assembly-schema';
import { alarmNames } from '../../../infra/stack/monitoring/alarm-names.ts';
import { nobodyTold } from '../../../infra/stack/monitoring/nobody-told.ts';
import { heartbeatSteps } from '../../../lib/core/heartbeat-steps.ts';
import { limiters } from '../../../lib/core/limiters.ts';
import { createMeasure } from '../../../lib/runtime/metrics.ts';
import { createStack, everything, mailOnly, propertiesOf, statementsOf, synthesize } from '../../support/synthesis.ts';

const mail = synthesize(mailOnly);
const full = synthesize(everything);

describe('alarms', () => {
  const pages = (template: Template): string[] =>
    Object.values(propertiesOf(template, 'AWS::CloudWatch::Alarm')).map(
      ({ AlarmDescription }) => /See docs\/runbooks\/([a-z-]+)\.md\.$/.exec(AlarmDescription)?.[1] ?? AlarmDescription,
    );

  test('each name their page, and there is one for all that is on', () => {
    expect(pages(full)).toEqual([...alarmNames]);
    expect(pages(mail)).toEqual(alarmNames.filter((name) => !name.startsWith('sms-')));
    expect(pages(synthesize({ ...mailOnly, emailBudget: 'off' }))).not.toContain('budget-half');
  });

  test('go off as soon as half of one budget is spent', () => {
    const { AlarmsBudgetHalf } = propertiesOf(full, 'AWS::CloudWatch::Alarm');
    expect(AlarmsBudgetHalf).toMatchObject({ Threshold: 0, EvaluationPeriods: 1, DatapointsToAlarm: 1 });
    expect(AlarmsBudgetHalf.Metrics[0].Expression).toBe('SUM([budget0, budget1])');
  });

  const counts = ['Sent', 'DeliveryFailed', 'DeliveryUnknown', 'Verified', 'VerifyFailed'] as const;

  test('go by metrics that the functions write', () => {
    const lines: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const measure = createMeasure('login-code');
    for (const channel of ['email', 'sms'] as const) {
      for (const metric of counts) measure({ metric, channel });
    }
    for (const budget of ['email-budget', 'sms-budget'] as const) measure({ metric: 'BudgetHalfSpent', budget });
    for (const scope of ['country', 'block'] as const) measure({ metric: 'PumpingSuspected', scope });
    for (const event of ['bounce', 'soft-bounce', 'reject', 'delivery'] as const)
      measure({ metric: 'EmailEvent', event });
    for (const step of heartbeatSteps) measure({ metric: 'HeartbeatFailed', step });
    for (const limit of limiters) measure({ metric: 'Denied', limit });
    measure({ metric: 'SmsLimit' }, 1);
    measure({ metric: 'TableThrottled' });
    write.mockRestore();
    const written = lines.map((line) => {
      const { _aws, ...values } = JSON.parse(line);
      const [{ Namespace, Dimensions, Metrics }] = _aws.CloudWatchMetrics;
      const dimensions = Dimensions[0].map((name: string) => `${name}=${values[name]}`);
      return [Namespace, Metrics[0].Name, ...dimensions.toSorted()].join(' ');
    });
    const watched = new Set(metricsOf(full, 'login-code'));
    watched.delete('login-code GatewayThrottled-login-code'); // by a filter of the access log, see silent.test.ts
    expect([...watched].toSorted()).toEqual(written.toSorted());
  });

  test('see the errors of each operation that a function may do on the table', () => {
    const { AlarmsTableErrors } = propertiesOf(full, 'AWS::CloudWatch::Alarm');
    const watched = AlarmsTableErrors.Metrics.flatMap(
      ({ MetricStat }: { MetricStat?: { Metric: { Dimensions: { Name: string; Value: string }[] } } }) =>
        MetricStat?.Metric.Dimensions.filter(({ Name }) => Name === 'Operation').map(({ Value }) => Value) ?? [],
    );
    const granted = Object.values(statementsOf(full))
      .flat()
      .flatMap((statement) => [...statement.matchAll(/dynamodb:(\w+)/g)].map(([, operation]) => operation));
    expect(watched.toSorted()).toEqual([...new Set(granted)].toSorted());
  });

  test('tell the topic, which takes them from CloudWatch', () => {
    for (const { AlarmActions, OKActions } of Object.values(propertiesOf(full, 'AWS::CloudWatch::Alarm'))) {
      expect([AlarmActions, OKActions]).toEqual([['<AlarmTopic>'], ['<AlarmTopic>']]);
    }
    const { AlarmTopicPolicy } = propertiesOf(full, 'AWS::SNS::TopicPolicy');
    expect(AlarmTopicPolicy.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
    );
  });

  test('go off before SES reviews the account, and keep quiet about single failures', () => {
    const { AlarmsEmailBounces, AlarmsEmailComplaints, AlarmsEmailFailing } = propertiesOf(
      mail,
      'AWS::CloudWatch::Alarm',
    );
    expect([AlarmsEmailBounces.Threshold, AlarmsEmailComplaints.Threshold]).toEqual([0.02, 0.0005]);
    expect(AlarmsEmailFailing.Metrics[0].Expression).toMatch(/^IF\(SUM\(\[failed, unknown\]\) >= 5, /);
  });
});

describe('the synthesis', () => {
  /** Found without a synthesis, which would print them. */
  const warningsOf = (stack: Stack) =>
    stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === ArtifactMetadataEntryType.WARN)
      .map(({ data }) => data);

  test('warns where alarms reach nobody, and only there', () => {
    expect(warningsOf(createStack(mailOnly))).toEqual([
      expect.stringMatching(/^Nobody hears about alarms\. Set alarmEmail/),
    ]);
    const arn = 'arn:aws:sns:eu-west-1:123456789012:alarms';
    expect(warningsOf(createStack({ ...mailOnly, alarmEmail: 'ops@example.com' }))).toEqual([]);
    expect(warningsOf(createStack({ ...mailOnly, alarmTopicArn: arn }))).toEqual([]);
  });

  test('is quiet where somebody acknowledges that', () => {
    const stack = createStack(mailOnly);
    Validations.of(stack).acknowledge({ id: nobodyTold, reason: 'they are seen elsewhere' });
    expect(warningsOf(stack)).toEqual([]);
  });
});

/** Each that an alarm of the template goes by: namespace, name, and dimensions. */
function metricsOf(template: Template, namespace: string): readonly string[] {
  interface Named {
    readonly Namespace?: string;
    readonly MetricName: string;
    readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
  }
  const named = Object.values(propertiesOf(template, 'AWS::CloudWatch::Alarm')).flatMap(
    (alarm): readonly Named[] =>
      alarm.Metrics?.map(({ MetricStat }: { MetricStat?: { Metric: Named } }) => MetricStat?.Metric ?? {}) ?? [alarm],
  );
  return named
    .filter(({ Namespace }) => Namespace === namespace)
    .map(({ Namespace, MetricName, Dimensions = [] }) =>
      [Namespace, MetricName, ...Dimensions.map(({ Name, Value }) => `${Name}=${Value}`).toSorted()].join(' '),
    );
}
