/** `npm run test:quick`: what a change to the core, the flows or the API breaks first, within seconds. */
import { jest } from './jest.ts';

process.exit(jest('quick', ['test/core', 'test/flows', 'test/http'], { TEST_ROUNDS: '0.1' }));
