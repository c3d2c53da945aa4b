import { referenceRoutes, routes } from '../../lib/http/routes.ts';
import { misspelt } from './misspelt.ts';
import { isolateFromAws } from './no-aws.ts';
import { readPorts, requireFree } from './ports.ts';
import { loopback } from './server.ts';
import { startStack } from './stack.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  isolateFromAws();
  const host = process.env.HOST || loopback; // the inbox shows codes, so other machines get in only if HOST says so
  const ports = readPorts(process.env);
  await requireFree(ports, host);
  const stack = await startStack(process.env, ports, host);

  for (const complaint of misspelt(process.env)) process.stderr.write(`${complaint}\n`);
  const url = `http://localhost:${ports.gateway}`;
  print(`login-code is ready on ${url}

  curl ${url}${routes.sendLoginCode.path} -H 'content-type: application/json' -d '{"email":"sophie@example.com"}'

Sign in on ${url}/try. The API's reference is ${url}${referenceRoutes.page.path}. Messages land in ${url}/ and, as JSON, ${url}/_local/messages. Ctrl-C stops everything.`);

  const stop = (): void => void stack.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // If npm is killed, the shell between it and us ends without passing the signal on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

try {
  await start();
} catch (error) {
  process.stderr.write(`login-code did not start.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
