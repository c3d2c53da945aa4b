import { element } from './page.js';
import { hideToken, showToken } from './token.js';

const headersThatMatter = ['Content-Type', 'Retry-After', 'RateLimit', 'RateLimit-Policy'];

/** The address of the last request, and its challenge id: both are sent again with the code. */
let asked;

onSubmit('ask', async ({ to, language }) => {
  const address = addressIn(to.value.trim());
  const { response, body } = await post('/auth/send-login-code', address, language.value);
  if (!response.ok) return tell(false, inWords(response, body));
  asked = { ...address, challenge_id: body.data.challenge_id };
  tell(true, 'Sent. The message appears by itself.');
  hideToken();
  element('sent-to').textContent = body.data.target;
  element('check').hidden = false;
  element('code').value = '';
  element('code').focus();
});

onSubmit('check', async ({ code }) => {
  const language = element('language').value;
  code.value = code.value.replace(/[\s-]/g, ''); // people copy codes with spaces, and group digits
  const { response, body } = await post('/auth/verify-login-code', { ...asked, code: code.value }, language);
  if (!response.ok) {
    code.select();
    return tell(false, inWords(response, body));
  }
  tell(true, 'Right. Here is the token.');
  element('check').hidden = true;
  showToken(body.data.token);
});

/** An email address may begin with a digit too. */
const addressIn = (to) => (/^[+\d]/.test(to) && !to.includes('@') ? { phone: to } : { email: to });

function onSubmit(id, handle) {
  const form = element(id);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await handle(form.elements);
    } catch {
      element('raw').textContent = '';
      tell(false, 'There was no answer. Is the stack still running?');
    }
  });
}

/** Also shows the answer exactly as it came. */
async function post(path, body, language) {
  const headers = { 'Content-Type': 'application/json', ...(language && { 'Accept-Language': language }) };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await response.text();
  const told = headersThatMatter
    .filter((name) => response.headers.has(name))
    .map((name) => `${name}: ${response.headers.get(name)}`);
  element('raw').textContent = [`${response.status} ${response.statusText}`, ...told, '', text].join('\n');
  return { response, body: JSON.parse(text) };
}

function tell(isGood, sentence) {
  element('sentence').className = isGood ? 'good' : 'bad';
  element('sentence').textContent = sentence;
}

function inWords({ headers }, { i18n_key: key, i18n_args: args }) {
  if (key === 'error.code_expired') return 'This code is over. Ask for another one.';
  if (key === 'error.code_invalid') return wrong(args.attempts_left);
  const wait = headers.get('Retry-After');
  return wait ? `Too soon. Ask again in ${wait} seconds.` : 'Not accepted. The answer says why.';
}

function wrong(attemptsLeft) {
  if (attemptsLeft === 0) return 'Wrong, and this was the last attempt. Ask for another code.';
  return attemptsLeft === 1 ? 'Wrong. 1 attempt is left.' : `Wrong. ${attemptsLeft} attempts are left.`;
}
