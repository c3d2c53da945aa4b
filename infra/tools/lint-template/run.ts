/**
 * `npm run lint:template`: lets cfn-lint, checkov and cfn-guard look at the templates of every environment, and at one
 * with all that can be switched on. Rules that docs/template-findings.md lists are accepted. Any other finding fails, and
 * so does an accepted rule that nothing breaks.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptedRules } from './accepted-rules.ts';
import { faultsIn } from './findings.ts';
import { linters } from './linters.ts';
import { writeTemplates } from './templates.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/template-findings.md'), 'utf8');
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

process.env.CDK_VALIDATION = 'false'; // `npm run synth` does that
const templates = writeTemplates();

for (const { name, look } of linters) {
  const seen = look(templates);
  if ('skipped' in seen) {
    say(`${name}: skipped, ${seen.skipped}`);
    continue;
  }
  const accepted = acceptedRules(page, name);
  const faults = faultsIn(seen, accepted);
  for (const fault of faults) say(`  ${fault}`);
  say(`${name}: ${faults.length === 0 ? `nothing found but what ${accepted.length} accepted rules say` : 'see above'}`);
  if (faults.length > 0) process.exitCode = 1;
}
