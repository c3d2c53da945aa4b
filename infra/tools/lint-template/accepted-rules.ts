/** The first cell of each row of the table below a heading of docs/template-findings.md: the rules that are accepted. */
export function acceptedRules(page: string, tool: string): readonly string[] {
  const section = page.split(`\n## ${tool}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, id = '']) => id);
}
