import { showAnswer, showNoAnswer } from './answer.js';
import { countDown } from './countdown.js';
import { curlOf } from './curl.js';
import { element } from './page.js';
import { hideToken, showToken } from './token.js';

/** The address of the last code, and its challenge id: both are sent again with the code. */
let asked;

/** An email address may begin with a digit too. */
const addressIn = (to) => (/^[+\d]/.test(to) && !to.includes('@') ? { phone: to } : { email: to });

onSubmit('ask', ({ to }) => send(addressIn(to.value.trim())));

onSubmit('check', async ({ code }) => {
  code.value = code.value.replace(/[\s-]/g, ''); // people copy codes with spaces, and group digits
  const { address, challengeId } = asked;
  const answer = await post('/auth/verify-login-code', { ...address, challenge_id: challengeId, code: code.value });
  showAnswer(answer, 'Right. Here is the token.');
  const { response, body } = answer;
  if (response.ok) {
    forget();
    showToken(body.data.token);
  } else if (isOver(body)) {
    element('again').focus();
  } else {
    element('code').ariaInvalid = 'true';
    code.select();
  }
});

element('again').addEventListener('click', () => attempt(() => send(asked.address)));

/** Asked again for the same address, the API sends the same code again. */
async function send(address) {
  const isAgain = JSON.stringify(address) === JSON.stringify(asked?.address);
  const answer = await post('/auth/send-login-code', {
    ...address,
    ...(isAgain && { challenge_id: asked.challengeId }),
  });
  showAnswer(answer, isAgain ? 'Sent again. The message appears by itself.' : 'Sent. The message appears by itself.');
  const { response, body } = answer;
  // With a problem, this means that nobody knows whether the code was sent: it may still arrive.
  const { challenge_id: challengeId, target, expires_in: seconds } = response.ok ? body.data : body;
  if (!challengeId) return;
  asked = { address, challengeId };
  element('sent-to').textContent = target ?? Object.values(address)[0];
  if (seconds) countDown(element('code-left'), Date.now() + seconds * 1_000, 'Valid for', 'No longer valid.');
  else element('code-left').hidden = true;
  element('check').hidden = false;
  element('code').value = '';
  element('code').focus();
  offerCodes();
}

/** The newest message with a code for the address that was asked for offers to sign in with it. */
export function offerCodes() {
  const buttons = [...document.querySelectorAll('.use')];
  const to = Object.values(asked?.address ?? {})[0];
  const newest = to && buttons.find((button) => button.value && nameOf(button.dataset.to) === nameOf(to));
  for (const button of buttons) button.hidden = button !== newest;
}

/** Addresses and numbers are the same however they are written. */
const nameOf = (to) => (to.includes('@') ? to : to.replace(/[^+\d]/g, '')).toLowerCase();

export function signInWith(code) {
  element('code').value = code;
  element('check').requestSubmit();
}

function forget() {
  asked = undefined;
  element('check').hidden = true;
  offerCodes();
}

/** Whether only another code helps. */
const isOver = ({ i18n_key: key, i18n_args: args }) => key === 'error.code_expired' || args?.attempts_left === 0;

function onSubmit(id, handle) {
  element(id).addEventListener('submit', (event) => {
    event.preventDefault();
    return attempt(() => handle(event.target.elements));
  });
}

/** A token that was shown before belongs to another request. */
async function attempt(request) {
  hideToken();
  try {
    await request();
  } catch {
    showNoAnswer();
  }
}

async function post(path, content) {
  const language = element('language').value;
  const headers = { 'Content-Type': 'application/json', ...(language && { 'Accept-Language': language }) };
  const sent = JSON.stringify(content);
  const response = await fetch(path, { method: 'POST', headers, body: sent });
  const text = await response.text();
  return { response, text, body: JSON.parse(text), curl: curlOf(path, headers, sent) };
}

element('to').focus();
