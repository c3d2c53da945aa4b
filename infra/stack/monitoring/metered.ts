import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Limiter } from '../../../lib/core/limiters.ts';
import type { Measurement } from '../../../lib/runtime/metrics.ts';
import { counted } from './counted.ts';
import type { Channel } from './metrics.ts';

/** Gives an app what the functions count, for its own alarms and dashboards. */
export abstract class Metered extends Construct {
  readonly #serviceName: string;

  constructor(scope: Construct, id: string, serviceName: string) {
    super(scope, id);
    this.#serviceName = serviceName;
  }

  /** A metric that the functions write, in periods of five minutes unless `options` say otherwise. */
  metric(measurement: Measurement, options?: MetricOptions): Metric {
    return counted(this.#serviceName, measurement, options);
  }

  /** Codes that SES or SNS took. */
  metricSent(channel: Channel, options?: MetricOptions): Metric {
    return this.metric({ metric: 'Sent', channel }, options);
  }

  /** Requests that a limiter refused. */
  metricDenied(limit: Limiter, options?: MetricOptions): Metric {
    return this.metric({ metric: 'Denied', limit }, options);
  }

  /** Codes that SES or SNS refused. */
  metricDeliveryFailed(channel: Channel, options?: MetricOptions): Metric {
    return this.metric({ metric: 'DeliveryFailed', channel }, options);
  }

  /** Right codes: people who signed in. */
  metricVerified(channel: Channel, options?: MetricOptions): Metric {
    return this.metric({ metric: 'Verified', channel }, options);
  }

  /** Wrong codes. */
  metricVerifyFailed(channel: Channel, options?: MetricOptions): Metric {
    return this.metric({ metric: 'VerifyFailed', channel }, options);
  }
}
