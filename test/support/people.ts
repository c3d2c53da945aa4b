import { randomInt } from 'node:crypto';
import { secret } from './recorded.ts';

let people = randomInt(1_000_000_000);

/** Addresses, numbers and IPs that nobody else in the suite uses. */
export const someEmail = (): string => secret(`person-${(people++).toString(36)}@mailbox.example`);

export const somePhone = (): string => secret(`+1202${randomInt(2_000_000, 9_999_999)}`);

export const someIp = (): string => secret(`10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`);
