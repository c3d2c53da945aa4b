// Plain JavaScript, so that a Node too old to read TypeScript can still say so.
import { existsSync } from 'node:fs';

const fail = (why) => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};

if (!existsSync(new URL('../../node_modules', import.meta.url))) fail('Run `npm ci` first.');

const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  fail(
    `This runs on Node 24, which \`npm ci\` installs into node_modules; what runs here is Node ${process.versions.node}.\n` +
      'Run `npm ci` again, allowing install scripts: the package "node" needs its own.',
  );
}
