import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { AlarmStatusWidget, Dashboard, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { limiters } from '../../../lib/core/limiters.ts';
import type { Measurement } from '../../../lib/runtime/metrics.ts';
import type { Alarms } from './alarms.ts';
import { emailsCostToday, requestsCostToday } from './cost-today.ts';
import { counted } from './counted.ts';
import { funnel, textsByCountry, verifiedPercent } from './funnel.ts';
import type { Channel, Watched } from './metrics.ts';
import type { SilentMetrics } from './silent.ts';
import { emailEventCounts } from './undelivered.ts';
import { graph, question, values } from './widgets.ts';

export interface DashboardProps {
  readonly stage: Stage;
  readonly watched: Watched;
  readonly silent: SilentMetrics;
  readonly alarms: Alarms;
  readonly serviceName: string;
  readonly channels: readonly Channel[];
}

type CountedByChannel = Extract<Measurement, { readonly channel: unknown }>['metric'];
type Row = readonly IWidget[];

/** One page of questions, the most urgent first. docs/reference/metrics-and-logs.md describes it. */
export function dashboard(scope: Construct, id: string, props: DashboardProps): Dashboard {
  const rows = [
    ...canSignIn(props),
    ...whereTheyFallOut(props),
    ...whoIsRefused(props),
    ...cost(props),
    ...beneath(props),
  ];
  return new Dashboard(scope, id, { widgets: rows.map((row) => [...row]) });
}

const canSignIn = ({ stage, watched, alarms }: DashboardProps): readonly Row[] => [
  question('Can people sign in now?'),
  [new AlarmStatusWidget({ title: 'Alarms', alarms: Object.values(alarms.all), width: 24, height: 4 })],
  [
    ...graph('Heartbeat, by the step that fails', Object.values(watched.heartbeat)),
    ...graph('Requests', [
      stage.metricCount({ label: 'all' }),
      stage.metricClientError({ label: '4xx' }),
      stage.metricServerError({ label: '5xx' }),
    ]),
    ...graph('Latency, ms', [stage.metricLatency({ statistic: 'p50', label: 'p50' }), watched.latency]),
  ],
];

function whereTheyFallOut(props: DashboardProps): readonly Row[] {
  const { serviceName, channels, silent } = props;
  const perChannel = perChannelOf(props);
  return [
    question('Where do they fall out?'),
    [
      ...channels.flatMap((channel) => graph(`From sent to signed in, by ${channel}`, funnel(serviceName, channel))),
      ...graph(
        'Codes that came back, %',
        channels.map((channel) => verifiedPercent(serviceName, channel)),
      ),
    ],
    [
      ...graph('Sent', perChannel('Sent', 'sent')),
      ...graph('Not delivered', [
        ...perChannel('DeliveryFailed', 'failed'),
        ...perChannel('DeliveryUnknown', 'unknown'),
      ]),
      ...graph('Codes checked', [...perChannel('Verified', 'right'), ...perChannel('VerifyFailed', 'wrong')]),
    ],
    [
      ...graph('What became of emails', channels.includes('email') ? emailEventCounts(serviceName) : []),
      ...(silent.smsUndelivered
        ? graph(
            'Texts of the account, and the share delivered, by country',
            [textsByCountry('SampleCount')],
            [textsByCountry('Average')],
          )
        : []),
    ],
  ];
}

const whoIsRefused = (props: DashboardProps): readonly Row[] => [
  question('Who is refused, and why?'),
  [
    ...graph(
      'Denied, by limiter',
      limiters.map((limit) => counted(props.serviceName, { metric: 'Denied', limit }, { label: limit })),
    ),
    ...graph('Refused before any function', [props.silent.gatewayThrottled, props.silent.firewallBlocked]),
    ...graph('Wrong codes, %', [props.watched.wrongCodePercent]),
  ],
  [
    ...graph('Budgets half spent', [props.watched.budgetHalfSpent]),
    ...graph('Texts that stay unanswered', [props.watched.pumpingSuspected]),
    ...graph('Test identities', perChannelOf(props)('TestTargetUsed', 'used')),
  ],
];

const cost = ({ stage, serviceName, channels, watched, silent }: DashboardProps): readonly Row[] => [
  question('What does it cost today?'),
  [
    ...values('USD this UTC day, about', [
      requestsCostToday(stage, silent.firewallBlocked !== undefined),
      channels.includes('email') ? emailsCostToday(serviceName) : undefined,
    ]),
    ...graph('Texts of the account this month, USD', [watched.smsSpent], [silent.smsLimit]),
  ],
];

const beneath = ({ watched }: DashboardProps): readonly Row[] => [
  question('What lies beneath it?'),
  [
    ...graph('Functions', [watched.functionErrors, watched.functionThrottles]),
    ...graph('Table', [watched.tableThrottled, watched.tableErrors]),
    ...graph('Reputation of the account in SES', [watched.bounceRate, watched.complaintRate]),
  ],
];

const perChannelOf =
  ({ serviceName, channels }: Pick<DashboardProps, 'serviceName' | 'channels'>) =>
  (metric: CountedByChannel, label: string) =>
    channels.map((channel) => counted(serviceName, { metric, channel }, { label: `${channel} ${label}` }));
