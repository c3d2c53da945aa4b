/** Before every test file: away from AWS, and all that the code under test writes is kept for `test/leaks.test.ts`. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { outputFile, resultsFolder } from './recorded.ts';

isolateFromAws();
mkdirSync(resultsFolder, { recursive: true });

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = ((chunk: string | Uint8Array, ...rest: []) => {
    appendFileSync(outputFile, chunk);
    const isLogLine = typeof chunk === 'string' && /^\{"(level|_aws)"/.test(chunk);
    return isLogLine || write(chunk, ...rest);
  }) as typeof stream.write;
}
