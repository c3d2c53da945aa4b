import { curlOf } from './curl.js';
import { articleOf } from './message.js';
import { element, offer, say } from './page.js';
import { offerCodes } from './sign-in.js';

let shown = [];

/** Does not touch messages that are shown already, so that focus and frames stay as they are. */
function show(messages) {
  const isContinued = JSON.stringify(messages.slice(0, shown.length)) === JSON.stringify(shown);
  const known = isContinued ? shown.length : 0;
  if (!isContinued) element('list').replaceChildren();
  const fresh = messages.slice(known);
  fresh.forEach((message, index) => {
    element('list').prepend(articleOf(message, known + index));
  });
  shown = messages;
  element('none').hidden = messages.length > 0;
  element('empty').hidden = messages.length === 0;
  if (fresh.length > 0) offerCodes();
  if (fresh.length === 1) say(`New ${nameOf(fresh[0])} to ${fresh[0].to}.`);
  if (fresh.length > 1) say(`${fresh.length} new messages.`);
}

const nameOf = ({ channel }) => (channel === 'email' ? 'email' : 'text message');

element('empty').addEventListener('click', async () => {
  await fetch('/_local/messages', { method: 'DELETE' });
  show([]);
  element('messages-title').focus(); // the button goes with the messages
  say('The inbox is empty.');
});

const example = JSON.stringify({ email: 'sophie@example.com' });
element('first').textContent = curlOf('/auth/send-login-code', { 'Content-Type': 'application/json' }, example);
offer(element('copy-first'), () => element('first').textContent);

const usualState = element('state').textContent;

async function refresh() {
  try {
    show(await (await fetch('/_local/messages')).json());
    element('state').textContent = usualState;
  } catch {
    element('state').textContent = 'The stack does not answer. Trying again.';
  }
}

for (;;) {
  if (!document.hidden) await refresh();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
