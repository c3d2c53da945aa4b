import { describe, expect, test } from '@jest/globals';
import { heartbeatMonthly } from '../../../infra/cost/heartbeat.ts';
import { keptIn, monthly } from '../../../infra/cost/monthly.ts';
import { mailOnly, synthesize } from '../../support/synthesis.ts';

describe('what costs the same each month', () => {
  test('is counted in the template', () => {
    const { Resources } = synthesize({ ...mailOnly, firewall: 'false' }).toJSON();
    expect(keptIn(Resources)).toMatchObject({ wafAcl: 0, wafRule: 0, dashboard: 1, kmsKey: 1, secret: 3 });
  });

  test('grows with the firewall by 9 USD, as the settings say, and by its alarm', () => {
    const usdOf = (firewall: string): number =>
      Object.values(monthly(keptIn(synthesize({ ...mailOnly, firewall }).toJSON().Resources))).reduce((a, b) => a + b);
    expect(usdOf('true') - usdOf('false')).toBeCloseTo(9.1);
  });

  test('is more for an alarm that reads several metrics', () => {
    const alarm = (Properties: Record<string, unknown>) => ({ Type: 'AWS::CloudWatch::Alarm', Properties });
    const expression = { Expression: 'a + b' };
    const Metrics = [expression, { MetricStat: {} }, { MetricStat: {} }];
    const kept = keptIn({ one: alarm({ MetricName: 'Errors' }), two: alarm({ Metrics }) });
    expect([kept.alarmMetric, monthly(kept).alarmMetric]).toEqual([3, expect.closeTo(0.3)]);
  });

  test('is nothing where nothing is kept', () => {
    expect(Object.values(monthly(keptIn({ queue: { Type: 'AWS::SQS::Queue' } })))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

test('a beat costs less without mail, and less without a firewall', () => {
  const usd = (firewall: boolean, email: boolean) => heartbeatMonthly({ firewall, email });
  expect(usd(true, true) - usd(true, false)).toBeGreaterThan(1.46); // 14,600 mails
  expect(usd(true, true) - usd(false, true)).toBeCloseTo((14_600 * 4 * 0.6) / 1_000_000);
});
