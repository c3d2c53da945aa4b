import type { Chance } from './chance.ts';
import { body, header, methods, paths } from './pieces.ts';

/** What is written to a connection: HTTP, more or less. */
export function someBytes(chance: Chance): Buffer {
  const path = paths(chance);
  const method = methods(chance, path);
  const content = Buffer.from(body(chance), chance.pick(['utf8', 'latin1']));
  const head = [
    `${method} ${chance.oneIn(20) ? `http://x${path}` : path}${chance.oneIn(6) ? `?${encodeURI(chance.bytes(20).toString('latin1'))}` : ''} HTTP/${chance.oneIn(30) ? chance.pick(['1.0', '2.0', '9', '']) : '1.1'}`,
    ...(chance.oneIn(20) ? [] : ['Host: localhost']),
    ...(chance.oneIn(5) ? [] : ['Content-Type: application/json']),
    ...Array.from({ length: chance.below(4) }, () => header(chance, chance.oneIn(10)).join(': ')),
    lengthOf(content, chance),
    'Connection: close',
  ].join(chance.oneIn(60) ? '\n' : '\r\n');
  const whole = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), content]);
  return chance.oneIn(12) ? mutated(whole, chance) : whole;
}

function lengthOf({ length }: Buffer, chance: Chance): string {
  if (!chance.oneIn(15)) return `Content-Length: ${length}`;
  return chance.pick([
    'Transfer-Encoding: chunked',
    'Content-Length: 99999999999999999999',
    'Content-Length: -1',
    `Content-Length: ${length}\r\nContent-Length: ${length + 1}`,
    `Content-Length: ${length + 5}`,
    'Expect: 100-continue',
    'X-None: 0',
  ]);
}

function mutated(bytes: Buffer, chance: Chance): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = chance.below(6); i >= 0; i--) copy[chance.below(copy.length)] = chance.below(256);
  return chance.oneIn(3) ? copy.subarray(0, chance.below(copy.length)) : copy;
}
