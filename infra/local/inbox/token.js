import { countDown } from './countdown.js';
import { element, offer } from './page.js';

/** Claims that are seconds since the epoch (RFC 7519, 2). */
const times = ['auth_time', 'iat', 'exp'];

/** Decodes the token, but does not check it: that is what backends do. */
export function showToken(token) {
  const [header, claims] = token.split('.').slice(0, 2).map(decoded);
  element('header').replaceChildren(...Object.entries(header).map(row));
  element('claims').replaceChildren(...Object.entries(claims).map(row));
  element('token').textContent = token;
  countDown(element('token-left'), claims.exp * 1_000, 'Valid for', 'No longer valid.');
  element('signed-in').hidden = false;
  element('signed-in-title').focus();
}

export function hideToken() {
  element('signed-in').hidden = true;
}

const decoded = (part) => {
  const bytes = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))));
};

function row([name, value]) {
  const line = element('entry').content.firstElementChild.cloneNode(true);
  line.querySelector('th').textContent = name;
  line.querySelector('td').textContent = typeof value === 'string' ? value : JSON.stringify(value);
  if (times.includes(name)) {
    const time = document.createElement('time');
    time.dateTime = new Date(value * 1_000).toISOString();
    time.textContent = new Date(value * 1_000).toLocaleTimeString();
    line.querySelector('td').append(', ', time);
  }
  return line;
}

offer(element('copy-token'), () => element('token').textContent);
