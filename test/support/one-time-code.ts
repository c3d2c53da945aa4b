/** What a browser reads in a text: https://wicg.github.io/sms-one-time-codes/#parsing, step by step. */
export interface OneTimeCode {
  readonly topLevelHost: string;
  readonly embeddedHost: string | undefined;
  readonly code: string;
}

/** Undefined is the specification's "failure". */
export function parseOneTimeCode(message: string): OneTimeCode | undefined {
  const line = lastLine(message);
  const host = extractMarkedToken(line, 0, '@');
  if (!host) return undefined;
  if (line[host.end] !== ' ') return undefined;
  const code = extractMarkedToken(line, host.end + 1, '#');
  if (!code) return undefined;
  const embedded = line[code.end] === ' ' ? extractMarkedToken(line, code.end + 1, '@') : undefined;
  return { topLevelHost: host.token, embeddedHost: embedded?.token, code: code.token };
}

function extractMarkedToken(line: string, start: number, marker: string) {
  if (line[start] !== marker) return undefined;
  const [token = ''] = /^[^\t\n\f\r ]*/.exec(line.slice(start + 1)) ?? [];
  return token === '' ? undefined : { token, end: start + 1 + token.length };
}

/** Newlines are normalised first, as Infra says: CRLF and CR are LF. */
const lastLine = (message: string): string => message.replace(/\r\n?/g, '\n').split('\n').at(-1) ?? '';
