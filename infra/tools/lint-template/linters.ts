import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { findCfnLint } from './cfn-lint.ts';
import type { Finding } from './findings.ts';

export interface Linter {
  readonly name: string;
  /** All that it finds, or why it is skipped. */
  readonly look: (templates: readonly string[]) => readonly Finding[] | { readonly skipped: string };
}

export const linters: readonly Linter[] = [
  { name: 'cfn-lint', look: lookWithCfnLint },
  { name: 'checkov', look: lookWithCheckov },
  { name: 'cfn-guard', look: lookWithCfnGuard },
];

interface CfnLintMatch {
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path?: readonly (string | number)[] | null };
  readonly Message: string;
}

function lookWithCfnLint(templates: readonly string[]) {
  const command = findCfnLint();
  if (!command) return { skipped: 'not on PATH, and there is no Python with pip and venv to install it' };
  const matches: readonly CfnLintMatch[] = jsonOf(command, '--format', 'json', '--', ...templates);
  return matches.map(({ Rule, Location, Message }) => ({
    rule: Rule.Id,
    where: Location.Path?.join('/') ?? 'the template',
    message: Message,
  }));
}

interface CheckovReport {
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
    }[];
  };
}

function lookWithCheckov(templates: readonly string[]) {
  if (!isThere('checkov')) return { skipped: 'not on PATH' };
  const options = ['--framework', 'cloudformation', '--compact', '--quiet', '--skip-download', '--output', 'json'];
  const { results }: CheckovReport = jsonOf('checkov', ...options, '-f', ...templates);
  return results.failed_checks.map(({ check_id, check_name, resource }) => ({
    rule: check_id,
    where: resource,
    message: check_name,
  }));
}

interface GuardReport {
  readonly name: string;
  readonly not_compliant: readonly { readonly Rule: { readonly name: string } }[];
}

function lookWithCfnGuard(templates: readonly string[]) {
  const { GUARD_RULES: folder } = process.env;
  if (!folder || !isThere('cfn-guard')) {
    return { skipped: 'not on PATH, or GUARD_RULES does not name a folder of rules' };
  }
  const rules = globSync('**/*.guard', { cwd: folder }).map((file) => join(folder, file));
  const options = ['--structured', '--output-format', 'json', '--show-summary', 'none'];
  const reports: readonly GuardReport[] = jsonOf(
    ...['cfn-guard', 'validate', ...options, '--rules', ...rules, '--data', ...templates],
  );
  return reports.flatMap(({ name, not_compliant }) =>
    not_compliant.map(({ Rule }) => ({ rule: Rule.name, where: name, message: "see the rule's own file" })),
  );
}

const isThere = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

/** The tools' exit statuses only say whether they found anything. One that fails prints no JSON. */
function jsonOf(command = '', ...args: readonly string[]) {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`${command} failed\n${stdout}${stderr}`, { cause });
  }
}
