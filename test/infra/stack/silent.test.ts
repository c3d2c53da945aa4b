import { describe, expect, test } from '@jest/globals';
import { limiters } from '../../../lib/core/limiters.ts';
import { mailOnly, propertiesOf, synthesize } from '../../support/synthesis.ts';

const alarmsOf = (context: Readonly<Record<string, string>>) =>
  propertiesOf(synthesize(context), 'AWS::CloudWatch::Alarm');

interface Read {
  readonly MetricStat?: { readonly Stat: string; readonly Metric: { readonly Dimensions: readonly Dimension[] } };
}
interface Dimension {
  readonly Name: string;
  readonly Value: string;
}

/** Of each metric that an alarm reads, one dimension and the statistic. */
const readBy = (name: string, { Metrics }: { readonly Metrics: readonly Read[] }) =>
  Metrics.flatMap(({ MetricStat }) =>
    MetricStat
      ? [[MetricStat.Metric.Dimensions.find(({ Name }) => Name === name)?.Value ?? '', MetricStat.Stat] as const]
      : [],
  );

const countriesOf = (alarm: Parameters<typeof readBy>[1]) =>
  readBy('Country', alarm).map(([country, statistic]) => `${country} ${statistic}`);

const limitersIn = (alarm: Parameters<typeof readBy>[1]) => readBy('limit', alarm).map(([limiter]) => limiter);

const { AlarmsEmailUnverified, AlarmsDenialsSurge, AlarmsGatewayThrottled, AlarmsFirewallBlocking } =
  alarmsOf(mailOnly);

describe('codes that never come back', () => {
  test('sound an alarm for each channel that is on', () => {
    expect(AlarmsEmailUnverified.Metrics[0].Expression).toBe(
      'IF(SUM([sent]) >= 10, IF(SUM([sent, verified]) > SUM([sent]), 0, 1), 0)',
    );
    const texts = alarmsOf({ smsCountries: 'US=5000' });
    expect(texts).toHaveProperty('AlarmsSmsUnverified');
    expect(texts).not.toHaveProperty('AlarmsEmailUnverified');
  });

  test('must be missed in two periods, each longer than a code is valid: a crowd at the end of one is no alarm', () => {
    const [, { MetricStat }] = AlarmsEmailUnverified.Metrics;
    expect(MetricStat.Period).toBeGreaterThan(10 * 60); // codeTtl is at most ten minutes
    expect(AlarmsEmailUnverified).toMatchObject({ EvaluationPeriods: 2, DatapointsToAlarm: 2 });
  });
});

describe('texts that carriers do not deliver', () => {
  test('are watched in the countries with the largest budgets, as many as an alarm can read', () => {
    const smsCountries = 'AT=6 BE=5 CH=4 DE=70 ES=3 FR=2 *=1000';
    const { AlarmsSmsUndelivered } = alarmsOf({ smsCountries });
    const five = ['DE', 'AT', 'BE', 'CH', 'ES'];
    expect(countriesOf(AlarmsSmsUndelivered)).toEqual([
      ...five.map((country) => `${country} SampleCount`),
      ...five.map((country) => `${country} Sum`),
    ]);
  });

  test('are not watched where no country is named, and by End User Messaging', () => {
    expect(alarmsOf({ smsCountries: '*=1000' })).not.toHaveProperty('AlarmsSmsUndelivered');
    const other = { smsCountries: 'US=5000', smsService: 'end-user-messaging' };
    expect(alarmsOf(other)).not.toHaveProperty('AlarmsSmsUndelivered');
  });
});

describe("the account's own limit for texts", () => {
  test('has an alarm at 80 %, whatever it is, which keeps its state while nothing is told', () => {
    const { AlarmsSmsLimit } = alarmsOf({ smsCountries: 'US=5000' });
    expect(AlarmsSmsLimit).toMatchObject({ Threshold: 80, TreatMissingData: 'ignore' });
    const [{ Expression }, ...read] = AlarmsSmsLimit.Metrics;
    expect(Expression).toBe('IF(limit > 0, 100 * spent / limit, 100)');
    expect(read.map(({ MetricStat }: { MetricStat: { Metric: object } }) => MetricStat.Metric)).toMatchObject([
      { Namespace: 'AWS/SNS', MetricName: 'SMSMonthToDateSpentUSD' },
      { Namespace: 'login-code', MetricName: 'SmsLimit' },
    ]);
  });

  test('has none where nobody reads it', () => {
    expect(alarmsOf({ smsCountries: 'US=5000', heartbeat: 'false' })).not.toHaveProperty('AlarmsSmsLimit');
    const other = { smsCountries: 'US=5000', smsService: 'end-user-messaging' };
    expect(alarmsOf(other)).not.toHaveProperty('AlarmsSmsLimit');
  });
});

test('a surge is that of one limiter, whichever of those that are in force, and an alarm can read them all', () => {
  const all = alarmsOf({ ...mailOnly, smsCountries: 'US=5000' }).AlarmsDenialsSurge;
  expect(limitersIn(all)).toEqual(limiters);
  expect(limiters.length).toBeLessThanOrEqual(10); // CloudWatch takes no more in an alarm
  expect(limitersIn(AlarmsDenialsSurge)).toEqual(limiters.filter((limiter) => !limiter.startsWith('sms-')));
  expect(AlarmsDenialsSurge.Metrics[0].Expression).toMatch(/^MAX\(\[caller, target, /);
});

test('none of them sounds an alarm where nothing happens', () => {
  for (const alarm of [AlarmsEmailUnverified, AlarmsDenialsSurge, AlarmsGatewayThrottled, AlarmsFirewallBlocking]) {
    expect(alarm.TreatMissingData).toBe('notBreaching');
  }
});

test('what the ceiling of the API refuses is read in its access log', () => {
  const [filter] = Object.values(propertiesOf(synthesize(mailOnly), 'AWS::Logs::MetricFilter'));
  expect([filter.LogGroupName, filter.FilterPattern]).toEqual(['<ApiLogs>', '{ $.gateway_error = "THROTTLED" }']);
  const [{ MetricName, MetricNamespace }] = filter.MetricTransformations;
  expect(AlarmsGatewayThrottled.Metrics[0].MetricStat.Metric).toEqual({ Namespace: MetricNamespace, MetricName });
  expect(MetricName).toContain('login-code'); // of two stacks, each has its own
});

test('what the firewall blocks is counted by the name of its list, where there is one', () => {
  const [acl] = Object.values(propertiesOf(synthesize(mailOnly), 'AWS::WAFv2::WebACL'));
  expect(AlarmsFirewallBlocking.Metrics[0].MetricStat.Metric.Dimensions).toContainEqual({
    Name: 'WebACL',
    Value: acl.VisibilityConfig.MetricName,
  });
  expect(alarmsOf({ ...mailOnly, firewall: 'false' })).not.toHaveProperty('AlarmsFirewallBlocking');
});
