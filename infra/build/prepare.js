/**
 * `npm run generate`, which npm runs after each `npm ci`. Also `node --import ./infra/build/prepare.js PROGRAM`: a program is
 * loaded as a whole before its first line runs, so what it imports from lib/generated has to be there, and new, before that.
 */
import './require-node.js';

const { refreshGenerated } = await import('./generated.ts');
refreshGenerated();
