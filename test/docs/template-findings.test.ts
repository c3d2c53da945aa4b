import { describe, expect, test } from '@jest/globals';
import { acceptedRules } from '../../infra/tools/accepted-rules.ts';
import { read, rowsOf, section } from './pages.ts';

const page = 'docs/template-findings.md';

describe.each(['cfn-lint', 'checkov', 'cfn-guard'])('every rule of %s in the findings', (tool) => {
  const rows = rowsOf(section(page, tool));

  test('is there once, with resources and a verdict that has a reason', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(([rule]) => rule)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row).toEqual([expect.any(String), expect.stringMatching(/./), expect.stringMatching(/./), verdict]);
    }
  });

  test('refers only to rules that have a reason of their own', () => {
    const reasons = section(page, 'checkov');
    const named = rows.flatMap(([, , , text = '']) => [...text.matchAll(/see `(\w+)`/g)].map(([, id = '']) => id));
    expect(named.filter((id) => !reasons.includes(`| \`${id}\` |`))).toEqual([]);
  });
});

test('lint:template accepts the rules in the tables of the findings, and no other', () => {
  const rulesOf = (tool: string) => rowsOf(section(page, tool)).map(([rule = '']) => rule.replaceAll('`', ''));
  expect(acceptedRules(read(page))).toEqual({ checkov: rulesOf('checkov'), cfnGuard: rulesOf('cfn-guard') });
  expect(read('infra/tools/lint-template.ts')).toContain(`'--ignore-checks', '${rulesOf('cfn-lint').join()}'`);
});

test('the findings say which version of cfn-lint is installed', () => {
  const [, version = ''] = /cfn-lint==([\d.]+)/.exec(read('infra/tools/lint-template.ts')) ?? [];
  expect(read(page)).toContain(`| cfn-lint | ${version} |`);
});

const verdict = expect.stringMatching(/^(mended|accepted): .{15}/);
