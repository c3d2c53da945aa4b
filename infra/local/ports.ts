import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Environment } from '../../lib/settings/reader.ts';

export type Service = 'gateway' | 'dynamodb' | 'ses' | 'sns' | 'secretsManager' | 'endUserMessaging';
export type Ports = Readonly<Record<Service, number>>;

const variables: Readonly<Record<Service, string>> = {
  gateway: 'PORT',
  dynamodb: 'DYNAMODB_PORT',
  ses: 'SES_PORT',
  sns: 'SNS_PORT',
  secretsManager: 'SECRETS_PORT',
  endUserMessaging: 'END_USER_MESSAGING_PORT',
};

/** Variables that only the laptop stack reads. */
export const ownVariables: readonly string[] = [...Object.values(variables), 'HOST'];

const services = Object.keys(variables) as readonly Service[];

/** Consecutive ports from PORT on, in the order of `variables`, except those that are set. */
export function readPorts(env: Environment): Ports {
  const port = (service: Service, fallback: number): number => {
    const text = env[variables[service]] || String(fallback);
    const value = Number(text);
    if (/^\d{1,5}$/.test(text) && value > 0 && value < 65_536) return value;
    const why =
      service === 'gateway'
        ? `, and leave room for ${services.length - 1} more`
        : '. Unless it is set, it follows PORT';
    throw new Error(
      `${variables[service]} must be a port from 1 to 65535${why}, for example: ${variables[service]}=9080 npm start`,
    );
  };
  const gateway = port('gateway', 8080);
  return Object.fromEntries(services.map((service, i) => [service, port(service, gateway + i)])) as Ports;
}

/** Call it before anything starts: the error names every port that is taken. */
export async function requireFree(ports: Ports, host: string): Promise<void> {
  const free = await Promise.all(services.map((service) => isFree(ports[service], host)));
  const taken = services.filter((_, i) => !free[i]);
  if (taken.length === 0) return;
  const list = taken.map((service) => `${ports[service]} (${variables[service]})`).join(', ');
  throw new Error(`Already in use: port ${list}. Stop what listens there, or choose others: PORT=9080 npm start`);
}

async function isFree(port: number, host: string): Promise<boolean> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return false;
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') {
      throw new Error(`HOST must be an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them (${code})`);
    }
    if (code === 'EACCES') throw new Error(`Port ${port} is not allowed here. Choose others: PORT=9080 npm start`);
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
