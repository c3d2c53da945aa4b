import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { limiters } from '../../../lib/core/limiters.ts';
import type { Measurement } from '../../../lib/runtime/metrics.ts';
import type { Alarms } from './alarms.ts';
import { counted } from './counted.ts';
import type { Channel, Watched } from './metrics.ts';
import { emailEventCounts } from './undelivered.ts';

export interface DashboardProps {
  readonly stage: Stage;
  readonly watched: Watched;
  readonly alarms: Alarms;
  readonly serviceName: string;
  readonly channels: readonly Channel[];
}

type CountedByChannel = Extract<Measurement, { readonly channel: unknown }>['metric'];

/** One page that shows whether people can sign in, and if not, why. */
export function dashboard(scope: Construct, id: string, props: DashboardProps): Dashboard {
  const { stage, watched, alarms, serviceName, channels } = props;
  const count = (measurement: Measurement, label: string) => counted(serviceName, measurement, { label });
  const perChannel = (metric: CountedByChannel, label: string) =>
    channels.map((channel) => count({ metric, channel }, `${channel} ${label}`));
  return new Dashboard(scope, id, {
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: Object.values(alarms.all), width: 24, height: 3 })],
      [
        graph('Sent', perChannel('Sent', 'sent')),
        graph('Not delivered', [
          ...perChannel('DeliveryFailed', 'failed'),
          ...perChannel('DeliveryUnknown', 'unknown'),
        ]),
        graph(
          'Denied, by limiter',
          limiters.map((limit) => count({ metric: 'Denied', limit }, limit)),
        ),
      ],
      [
        graph('Codes checked', [...perChannel('Verified', 'right'), ...perChannel('VerifyFailed', 'wrong')]),
        graph('Wrong codes', [watched.wrongCodePercent]),
        graph('Test identities', perChannel('TestTargetUsed', 'used')),
      ],
      [
        graph('Requests', [
          stage.metricCount({ label: 'all' }),
          stage.metricClientError({ label: '4xx' }),
          stage.metricServerError({ label: '5xx' }),
        ]),
        graph('Latency, ms', [stage.metricLatency({ statistic: 'p50', label: 'p50' }), watched.latency]),
        graph('Functions', [watched.functionErrors, watched.functionThrottles]),
      ],
      [
        graph('Table', [watched.tableThrottled, watched.tableErrors]),
        graph('Reputation of the account in SES', present(watched.bounceRate, watched.complaintRate)),
        graph('Spent on texts by the account', present(watched.smsSpent)),
        graph('Budgets half spent', present(watched.budgetHalfSpent)),
        ...(channels.includes('email') ? [graph('What became of emails', emailEventCounts(serviceName))] : []),
      ],
    ],
  });
}

const graph = (title: string, left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 8 });

const present = (...metrics: (IMetric | undefined)[]): IMetric[] => metrics.filter((metric) => metric !== undefined);
