import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, isThere, step } from './tools.ts';

const generator = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2';

/** The client of oapi-codegen. */
export const goClient: Client = (folder, description) => {
  if (!isThere('go', 'version')) return { missing: 'there is no Go' };
  const program = join(folder, 'program');
  rmSync(program, { recursive: true, force: true });
  mkdirSync(program, { recursive: true });
  cpSync(join(import.meta.dirname, 'go'), program, { recursive: true });
  const fetched = [step(program, 'go', 'mod', 'init', 'clients'), step(program, 'go', 'run', generator, '-version')];
  if (!fetched.every((each) => each())) return { missing: 'oapi-codegen could not be fetched' };
  const options = ['-package', 'main', '-generate', 'types,client', '-o', 'client.gen.go'];
  return {
    steps: (url) => [
      step(program, 'go', 'run', generator, ...options, description),
      step(program, 'go', 'mod', 'tidy'),
      step(program, 'go', 'run', '.', url),
    ],
  };
};
