/** Runs after the whole suite, over all that it wrote. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { outputFile, secretsFile } from './support/recorded.ts';

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Ids and times of their exact shape differ from line to line and hold nothing else: without them few lines are left. */
const shapes =
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]|\d{4}-\d\d-\d\dT[\d:.]{12}Z/g;
const lines = read(outputFile).split('\n');
const output = [...new Set(lines.map((line) => line.replace(shapes, '')))].join('\n');
const secrets = [...new Set(read(secretsFile).split('\n'))].filter((secret) => secret !== '');

describe('of all that the suite made the service write', () => {
  test('there is enough to search, and enough to search for', () => {
    expect(lines.length).toBeGreaterThan(1_000);
    expect(output).toContain('"outcome":"target-throttled"');
    expect(output).toContain('SES refuses us until its configuration is mended');
    expect(secrets.filter((secret) => /^\d{10}$/.test(secret)).length).toBeGreaterThan(100);
    expect(secrets.filter((secret) => secret.includes('@')).length).toBeGreaterThan(100);
    expect(secrets.filter((secret) => secret.startsWith('eyJ')).length).toBeGreaterThan(10);
  });

  test('nothing holds a code, an address, a number, an IP, a key or a token that a test used', () => {
    expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
  });

  test('nothing looks like an address or a number, whoever it may be of', () => {
    expect(output.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g)).toBeNull();
    expect(output.match(/\+\d{7,15}/g)).toBeNull();
  });
});
