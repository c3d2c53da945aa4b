import { describe, expect, test } from '@jest/globals';
import { ArtifactMetadataEntryType } from 'aws-cdk-lib/cloud-assembly-schema';
import { beatEvery } from '../../../infra/stack/monitoring/beats.ts';
import { heartbeatSteps } from '../../../lib/core/heartbeat-steps.ts';
import { createStack, mailOnly, propertiesOf, resourcesOf, synthesize } from '../../support/synthesis.ts';

const mail = synthesize(mailOnly);
const texts = synthesize({ smsCountries: 'US=5000' });
const off = synthesize({ ...mailOnly, heartbeat: 'false' });

const alarmsIn = (template: typeof mail) =>
  Object.entries(propertiesOf(template, 'AWS::CloudWatch::Alarm')).filter(([id]) => id.startsWith('AlarmsHeartbeat'));

describe('the heartbeat', () => {
  test('has an alarm for each step that it takes', () => {
    expect(alarmsIn(mail)).toHaveLength(heartbeatSteps.length);
    expect(alarmsIn(texts).map(([id]) => id)).toEqual([
      ...['AlarmsHeartbeatSend', 'AlarmsHeartbeatClock', 'AlarmsHeartbeatVerify', 'AlarmsHeartbeatKeySet'],
    ]);
  });

  test('is heard within ten minutes, also where it does not run at all', () => {
    const { HeartbeatRule: rule } = propertiesOf(mail, 'AWS::Events::Rule');
    const every = 60 * Number(/^rate\((\d+) minutes\)$/.exec(rule.ScheduleExpression)?.[1]);
    for (const [, alarm] of alarmsIn(mail)) {
      const [expression, { MetricStat }] = alarm.Metrics;
      // At worst the service breaks just after a run, and CloudWatch has the values a minute after they are written.
      expect(every + alarm.EvaluationPeriods * MetricStat.Period + 60).toBeLessThanOrEqual(600);
      expect(MetricStat.Period).toBeGreaterThanOrEqual(every); // no period is without a run
      expect(expression.Expression).toMatch(/^FILL\(failed_\w+, 1\)$/);
      expect(alarm.TreatMissingData).toBe('breaching');
      expect([alarm.Threshold, alarm.ComparisonOperator]).toEqual([0, 'GreaterThanThreshold']);
    }
  });

  test('is not tried again late, which would say nothing', () => {
    const { Targets } = propertiesOf(mail, 'AWS::Events::Rule').HeartbeatRule;
    expect(Targets[0].RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 180, MaximumRetryAttempts: 0 });
    expect(Object.values(propertiesOf(mail, 'AWS::Lambda::EventInvokeConfig'))).toMatchObject([
      { MaximumRetryAttempts: 0 },
    ]);
  });

  test('counts in no alarm of the functions', () => {
    const { AlarmsFunctionErrors, AlarmsFunctionThrottled } = propertiesOf(mail, 'AWS::CloudWatch::Alarm');
    expect(JSON.stringify([AlarmsFunctionErrors, AlarmsFunctionThrottled])).not.toContain('Heartbeat');
  });

  test('cannot sound the alarm about answers alone, though API Gateway counts the failures it meets', () => {
    const { AlarmsServerErrors } = propertiesOf(mail, 'AWS::CloudWatch::Alarm');
    const [{ Expression }, { MetricStat }] = AlarmsServerErrors.Metrics;
    const needed = Number(/^IF\(errors >= (\d+), /.exec(Expression)?.[1]);
    const runs = Math.ceil(MetricStat.Period / beatEvery.toSeconds());
    expect(2 * runs).toBeLessThan(needed); // it tries twice, and each time stops at the first failure
  });

  test('leaves nothing behind where it is off', () => {
    expect(alarmsIn(off)).toEqual([]);
    expect(Object.keys(off.toJSON().Resources).filter((id) => id.includes('Heartbeat'))).toEqual([]);
    for (const { Environment } of Object.values(propertiesOf(off, 'AWS::Lambda::Function'))) {
      expect(Environment.Variables).not.toHaveProperty('HEARTBEAT_SECRET_ARN');
    }
  });

  test('makes a secret that nobody needs to know', () => {
    const { HeartbeatSecret } = resourcesOf(mail, 'AWS::SecretsManager::Secret');
    expect(HeartbeatSecret?.Properties.GenerateSecretString).toEqual({ ExcludePunctuation: true, PasswordLength: 48 });
  });
});

describe('where callers may ask too seldom for it', () => {
  const warnings = (callerLimits: string, more = {}) =>
    createStack({ ...mailOnly, alarmEmail: 'ops@example.com', callerLimits, ...more })
      .node.findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === ArtifactMetadataEntryType.WARN);

  test('the synthesis warns', () => {
    expect(warnings('20/1h')).toMatchObject([{ data: expect.stringContaining('callerLimits deny the heartbeat') }]);
    expect(warnings('3/1m')).toHaveLength(1);
    expect(warnings('off', { verifyCallerLimits: '15/1h' })).toMatchObject([
      { data: expect.stringContaining('verifyCallerLimits deny the heartbeat') },
    ]);
  });

  test('and not where they may, or where there is none', () => {
    expect([warnings('20/1m 100/1h'), warnings('off'), warnings('20/1h', { heartbeat: 'false' })]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
