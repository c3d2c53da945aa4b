/** What a tool found somewhere in a template. */
export interface Finding {
  readonly rule: string;
  readonly where: string;
  readonly message: string;
}

/** What must be mended: findings that nobody accepted, and rules that are accepted although nothing breaks them. */
export function faultsIn(findings: readonly Finding[], accepted: readonly string[]): readonly string[] {
  const unexpected = findings.filter(({ rule }) => !accepted.includes(rule));
  const found = new Set(findings.map(({ rule }) => rule));
  return [
    ...unexpected.map(({ rule, where, message }) => `${rule} at ${where}: ${message}`),
    ...accepted
      .filter((rule) => !found.has(rule))
      .map((rule) => `${rule} is accepted, but nothing breaks it: remove its row from docs/template-findings.md`),
  ];
}
