import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

export interface Threshold {
  /** Undefined where there is nothing to watch, such as texts where SMS is off. */
  readonly metric: IMetric | undefined;
  readonly above: number;
  readonly means: string;
  /**
   * [datapoints above the threshold, periods evaluated]
   * @default [1, 1]
   */
  readonly periods?: readonly [number, number];
  /** AWS reports the metric only now and then: between reports the alarm keeps its state. */
  readonly sparse?: boolean;
  /** What is not measured is a failure. */
  readonly mustBeMeasured?: boolean;
}

/** Its page is `docs/runbooks/NAME.md`. */
export function createAlarm(scope: Construct, name: string, threshold: Threshold): Alarm | undefined {
  const { metric, above, means, periods = [1, 1] } = threshold;
  if (!metric) return undefined;
  return new Alarm(scope, pascalCase(name), {
    metric,
    alarmDescription: `${means} See docs/runbooks/${name}.md.`,
    threshold: above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    datapointsToAlarm: periods[0],
    evaluationPeriods: periods[1],
    treatMissingData: treatmentOf(threshold),
  });
}

function treatmentOf({ sparse, mustBeMeasured }: Threshold): TreatMissingData {
  if (mustBeMeasured) return TreatMissingData.BREACHING;
  return sparse ? TreatMissingData.IGNORE : TreatMissingData.NOT_BREACHING;
}

const pascalCase = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
