import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, isThere, step } from './tools.ts';

const version = '7.25.0';
const jarAt = `https://repo1.maven.org/maven2/org/openapitools/openapi-generator-cli/${version}/openapi-generator-cli-${version}.jar`;
const sha256 = '41ce4f6b07f196676439d710759fa1ced7a08066d06ff1bf314681470289efae';

/** What the generated client imports. */
const needed = ['urllib3==2.8.0', 'python-dateutil==4.0.0', 'pydantic==2.14.4', 'typing_extensions==4.16.0'];

/** The client of openapi-generator, which runs on Java. */
export const pythonClient: Client = (folder, description) => {
  if (!isThere('java', '-version')) return { missing: 'there is no Java' };
  if (!isThere('python3', '--version')) return { missing: 'there is no Python' };
  mkdirSync(folder, { recursive: true });
  const jar = join(folder, `openapi-generator-${version}.jar`);
  if (!existsSync(jar) && !step(folder, 'curl', '-sSfLo', jar, jarAt)()) {
    return { missing: 'openapi-generator could not be fetched' };
  }
  if (createHash('sha256').update(readFileSync(jar)).digest('hex') !== sha256) {
    throw new Error(`${jar} is not openapi-generator ${version}. Delete it, and try again`);
  }
  const python = join(folder, 'venv/bin/python');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const client = join(folder, 'package');
  rmSync(client, { recursive: true, force: true });
  const fetched = [step(folder, 'python3', '-m', 'venv', 'venv'), step(folder, python, ...pip, ...needed)];
  if (!fetched.every((each) => each())) return { missing: "pip, venv or the client's own packages could not be had" };
  const generate = ['generate', '-i', description, '-g', 'python', '-o', client];
  return {
    steps: (url) => [
      step(folder, 'java', '-jar', jar, ...generate, '--additional-properties=packageName=login_code'),
      step(folder, 'env', `PYTHONPATH=${client}`, python, join(import.meta.dirname, 'python/flow.py'), url),
    ],
  };
};
