/** The request as a command for a POSIX shell. */
export const curlOf = (path, headers, body) =>
  [
    `curl ${location.origin}${path}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name.toLowerCase()}: ${value}`)}`),
    `-d ${quoted(body)}`,
  ].join(' \\\n  ');

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
