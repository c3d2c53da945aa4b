import { countDown, stopCountDown } from './countdown.js';
import { line, linesOf } from './json.js';
import { element, offer } from './page.js';

const headersThatMatter = ['Content-Type', 'Content-Language', 'Retry-After', 'RateLimit', 'RateLimit-Policy'];

/** The fields of the API that each field of this page is sent as. */
const sentAs = { to: ['email', 'phone'], code: ['code'] };

let command = '';

/** First what the answer says, then what can be looked at: the problem's page, the wait, all of it as it came. */
export function showAnswer({ response, body, text, curl }, wordsIfGood) {
  const { ok, status, statusText, headers } = response;
  tell(ok, ok ? wordsIfGood : body.detail, ok ? 'en' : headers.get('Content-Language'));
  element('kind').hidden = ok;
  element('status').textContent = status;
  element('problem').textContent = body.title;
  element('problem').lang = headers.get('Content-Language');
  element('problem').href = ok ? '' : new URL(body.type).pathname;
  const wait = headers.get('Retry-After');
  if (wait) countDown(element('wait'), Date.now() + wait * 1_000, 'Next try in', 'You can try again now.');
  else stopCountDown(element('wait'));
  markFields(body.errors ?? []);
  element('whole').hidden = false;
  element('raw').replaceChildren(
    line(0, `${status} ${statusText}`),
    ...headersThatMatter.filter((name) => headers.has(name)).map((name) => line(0, `${name}: ${headers.get(name)}`)),
    line(0),
    ...linesOf(text),
  );
  command = curl;
}

export function showNoAnswer() {
  tell(false, 'There was no answer. Is the stack still running?', 'en');
  for (const id of ['kind', 'whole']) element(id).hidden = true;
  stopCountDown(element('wait'));
  markFields([]);
}

function tell(isGood, sentence, lang) {
  Object.assign(element('sentence'), { className: isGood ? 'good' : 'bad', textContent: sentence, lang });
}

/** Says beside each field what is wrong with it, and leads to the first. */
function markFields(faults) {
  for (const [id, names] of Object.entries(sentAs)) {
    const said = faults.filter(({ field }) => names.includes(field)).map(({ description }) => description);
    element(`${id}-fault`).textContent = [...new Set(said)].join(' ');
    element(`${id}-fault`).lang = element('sentence').lang;
    element(id).ariaInvalid = String(said.length > 0);
  }
  document.querySelector('[aria-invalid=true]')?.select();
}

offer(element('copy-request'), () => command);
