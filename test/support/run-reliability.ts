/** `npm run test:reliability`: the short form of `npm run faults` and `npm run crashes`. */
import { jest } from './jest.ts';

process.exit(jest('reliability', ['--runInBand', 'test/reliability']));
