/**
 * `npm run smoke -- --url URL [--to ADDRESS]`: checks from outside whether a deployed service does what it promises.
 */
import { parseArgs } from 'node:util';
import { asking, type Check } from './ask.ts';
import { checksOf } from './checks.ts';

/** SES accepts mail to this address, also in the sandbox, and delivers it to nobody. */
const simulator = 'success@simulator.amazonses.com';

const usage = `npm run smoke -- --url https://… [--to name@example.com | +12025550123]
  --url   the stack's output Url
  --to    who gets a code, instead of ${simulator}
`;

async function smoke(args: readonly string[]): Promise<boolean> {
  const options = { url: { type: 'string' }, to: { type: 'string', default: simulator } } as const;
  const { url, to } = parseArgs({ args: [...args], options }).values;
  if (!url || !URL.canParse(url)) throw new Error('--url is required');
  const base = url.replace(/\/+$/, '');
  const checks = checksOf(base, to, asking(base));
  let off = 0;
  for (const check of checks) if (!(await passes(check))) off++;
  print(off === 0 ? `All ${checks.length} are as they should be.` : `${off} of ${checks.length} are off.`);
  return off === 0;
}

async function passes({ name, look }: Check): Promise<boolean> {
  try {
    print(`ok   ${name.padEnd(34)} ${await look()}`);
    return true;
  } catch (error) {
    print(`OFF  ${name.padEnd(34)} ${reason(error)}`);
    return false;
  }
}

/** The message of a failed `fetch` gives no reason; the reason is its cause. */
function reason(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message || cause.name}` : message;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = (await smoke(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${reason(error)}\n\n${usage}`);
  process.exitCode = 1;
}
