/** `npm test`: the suite, then what must have the machine to itself, then a search of all that they wrote. */
import { rmSync } from 'node:fs';
import { jest } from './jest.ts';
import { resultsFolder } from './recorded.ts';

rmSync(resultsFolder, { recursive: true, force: true });

const crowd = 'test/functions/many-at-once.test.ts';
const leaks = 'test/leaks.test.ts';
const suite = jest('suite', ['--testPathIgnorePatterns', crowd, leaks]);
const alone = jest('many-at-once', [crowd]);
const search = jest('leaks', [leaks]);
process.exit(suite || alone || search);
