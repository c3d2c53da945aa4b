/** `npm run test:reliability`: the short form of `npm run faults`, `npm run crashes` and `npm run races`. */
import { jest } from './jest.ts';

process.exit(jest('reliability', ['--runInBand', 'test/reliability']));
