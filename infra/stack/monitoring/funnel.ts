import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { counted } from './counted.ts';
import type { Channel } from './metrics.ts';

const hour = { statistic: Stats.SUM, period: Duration.hours(1) };

/** From what was sent to who signed in, an hour at a time: a code may come back in the next five minutes. */
export const funnel = (serviceName: string, channel: Channel): readonly IMetric[] => [
  counted(serviceName, { metric: 'Sent', channel }, { ...hour, label: 'sent' }),
  ...(channel === 'email'
    ? [counted(serviceName, { metric: 'EmailEvent', event: 'delivery' }, { ...hour, label: 'delivered' })]
    : []),
  counted(serviceName, { metric: 'Verified', channel }, { ...hour, label: 'signed in' }),
];

/** Of the codes that were sent, the share that came back right. */
export const verifiedPercent = (serviceName: string, channel: Channel): IMetric =>
  new MathExpression({
    expression: `100 * FILL(verified_${channel}, 0) / sent_${channel}`,
    usingMetrics: {
      [`sent_${channel}`]: counted(serviceName, { metric: 'Sent', channel }, hour),
      [`verified_${channel}`]: counted(serviceName, { metric: 'Verified', channel }, hour),
    },
    label: channel,
    period: hour.period,
  });

/** One line for each country that the account sends texts to, by SNS: how many (`SampleCount`), or which share arrived (`Average`). */
export const textsByCountry = (statistic: 'SampleCount' | 'Average'): IMetric =>
  new MathExpression({
    expression: `SEARCH('{AWS/SNS,Country,SMSType} MetricName="SMSSuccessRate" SMSType="Transactional"', '${statistic}', 3600)`,
    label: '',
    period: hour.period,
  });
