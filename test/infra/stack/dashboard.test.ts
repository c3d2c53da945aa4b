import { describe, expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { read } from '../../docs/pages.ts';
import { everything, mailOnly, propertiesOf, synthesize } from '../../support/synthesis.ts';

interface Widget {
  readonly type: 'text' | 'metric' | 'alarm';
  readonly y: number;
  readonly properties: { readonly title?: string; readonly markdown?: string; readonly metrics?: readonly object[] };
}

/** Top to bottom, left to right. */
const widgetsOf = (template: Template): readonly Widget[] => {
  const [{ DashboardBody }] = Object.values(propertiesOf(template, 'AWS::CloudWatch::Dashboard'));
  return JSON.parse(DashboardBody).widgets;
};

const full = widgetsOf(synthesize(everything));
const mail = widgetsOf(synthesize({ ...mailOnly, heartbeat: 'false', firewall: 'false' }));

const [, page = ''] = read('docs/reference/metrics-and-logs.md').split('## The dashboard\n');

/** Each row of the page's table: a question, or none, and the widgets' titles. */
const described = [...(page.split('\n## ')[0] ?? '').matchAll(/^\| (.*?) ?\| (`.+?`) \| .+ \|$/gm)].map(
  ([, question = '', titles = '']) => ({
    question,
    titles: [...titles.matchAll(/`([^`]+)`/g)].map(([, title]) => title),
  }),
);

describe('the dashboard', () => {
  test('answers questions, the most urgent first', () => {
    const questions = full.flatMap(({ properties: { markdown } }) => (markdown ? [markdown.replace('## ', '')] : []));
    expect(questions).toEqual(described.flatMap(({ question }) => (question ? [question] : [])));
    expect(questions[0]).toBe('Can people sign in now?');
  });

  test('is described, widget by widget, in its own order', () => {
    const titles = full.flatMap(({ properties: { title } }) => (title ? [title] : []));
    expect(titles).toEqual(described.flatMap((row) => row.titles));
  });

  test('has no empty widget, whatever is off', () => {
    for (const { type, properties } of [...full, ...mail]) {
      if (type === 'metric') expect([properties.title, properties.metrics?.length]).not.toEqual([properties.title, 0]);
    }
    const titles = mail.map(({ properties: { title } }) => title);
    expect(titles).not.toContain('Heartbeat, by the step that fails');
    expect(titles.filter((title) => /sms|texts/i.test(title ?? ''))).toEqual([]);
  });

  test('shows what a day costs by the prices that the cost tables use', () => {
    const shown = JSON.stringify(mail.find(({ properties }) => properties.title === 'USD this UTC day, about'));
    expect(shown).toContain('requests * 0.0000035');
    expect(shown).toContain('sent * 0.0001');
  });
});
