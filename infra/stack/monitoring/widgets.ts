import { GraphWidget, type IMetric, type IWidget, SingleValueWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';

type Metrics = readonly (IMetric | undefined)[];

/** The dashboard is 24 wide. */
const third = 8;

/** Nothing where there is nothing to show. Two scales where there are two lists. */
export function graph(title: string, left: Metrics, right: Metrics = []): readonly IWidget[] {
  const [first, second] = [present(left), present(right)];
  if (first.length === 0) return [];
  return [new GraphWidget({ title, left: first, ...(second.length > 0 && { right: second }), width: third })];
}

/** The newest value of each. */
export function values(title: string, metrics: Metrics): readonly IWidget[] {
  const shown = present(metrics);
  return shown.length === 0 ? [] : [new SingleValueWidget({ title, metrics: shown, width: third, height: 6 })];
}

/** What the widgets below it answer. */
export const question = (markdown: string): readonly IWidget[] => [
  new TextWidget({ markdown: `## ${markdown}`, width: 3 * third, height: 1 }),
];

const present = (metrics: Metrics): IMetric[] => metrics.filter((metric) => metric !== undefined);
