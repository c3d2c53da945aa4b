import { describe, expect, test } from '@jest/globals';
import { acceptedRules } from '../../infra/tools/lint-template/accepted-rules.ts';
import { faultsIn } from '../../infra/tools/lint-template/findings.ts';
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

test.each(['cfn-lint', 'checkov', 'cfn-guard'])('lint:template accepts of %s the rules in its table alone', (tool) => {
  const rules = rowsOf(section(page, tool)).map(([rule = '']) => rule.replaceAll('`', ''));
  expect(acceptedRules(read(page), tool)).toEqual(rules);
});

test('the findings say which version of cfn-lint is installed', () => {
  const [, version = ''] = /cfn-lint==([\d.]+)/.exec(read('infra/tools/lint-template/cfn-lint.ts')) ?? [];
  expect(read(page)).toContain(`| cfn-lint | ${version} |`);
});

describe('lint:template fails', () => {
  const findings = ['A', 'B'].map((rule) => ({ rule, where: 'a table', message: 'this' }));

  test('on a finding that nobody accepted, and says where it is', () => {
    expect(faultsIn(findings, ['A'])).toEqual(['B at a table: this']);
  });

  test('on an accepted rule that nothing breaks, so that no row outlives its finding', () => {
    expect(faultsIn(findings, ['A', 'B', 'C'])).toEqual([
      expect.stringMatching(/^C is accepted, but nothing breaks it/),
    ]);
  });

  test('on nothing else', () => expect(faultsIn(findings, ['A', 'B'])).toEqual([]));
});

const verdict = expect.stringMatching(/^(mended|accepted): .{15}/);
