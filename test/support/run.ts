/**
 * `npm test`: every test once. Coverage is measured in one of the runs, since each file then takes a second longer; the
 * crowds of requests get the machine to themselves; last comes a search of all that the others wrote.
 */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { measure } from './coverage.ts';
import { jest } from './jest.ts';
import { resultsFolder } from './recorded.ts';

rmSync(resultsFolder, { recursive: true, force: true });

const crowd = 'test/functions/many-at-once.test.ts';
const leaks = 'test/leaks.test.ts';
/** Most of its time is waiting for faults to end: `npm run test:reliability`. */
const ofItsOwn = 'test/reliability/';
/** Those that try chance thousands of times are not: measured, they take more than twice as long. */
const measured = globSync('test/{client,core,flows,functions,http,locales,messages,settings}/**/*.test.ts').filter(
  (file) => file !== crowd && !readFileSync(file, 'utf8').includes('rounds('),
);

const suite = jest('suite', ['--testPathIgnorePatterns', crowd, leaks, ofItsOwn, ...measured]);
const alone = jest('many-at-once', [crowd]);
const reach = measure(measured);
const search = jest('leaks', [leaks]);
process.exit(suite || alone || reach || search);
