/** `npm test`: the suite, then a search of all that it wrote. */
import { rmSync } from 'node:fs';
import { jest } from './jest.ts';
import { resultsFolder } from './recorded.ts';

rmSync(resultsFolder, { recursive: true, force: true });

const leaks = 'test/leaks.test.ts';
const suite = jest('suite', ['--testPathIgnorePatterns', leaks]);
const search = jest('leaks', [leaks]);
process.exit(suite || search);
