// Plain JavaScript, so that a Node too old to read TypeScript can still say so.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `This runs on Node 24, which \`npm ci\` installs into node_modules; what runs here is Node ${process.versions.node}.\n` +
      'Run `npm ci` again, allowing install scripts: the package "node" needs its own.\n',
  );
  process.exit(1);
}
