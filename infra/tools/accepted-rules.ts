/** The rules in the tables of docs/template-findings.md, for each tool. */
export const acceptedRules = (page: string) => ({
  checkov: idsBelow(page, 'checkov'),
  cfnGuard: idsBelow(page, 'cfn-guard'),
});

/** The first cell of each row of the table below a heading. */
const idsBelow = (page: string, heading: string): readonly string[] => {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, id = '']) => id);
};
