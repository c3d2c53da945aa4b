import { element, offer, say } from './page.js';
import './sign-in.js';

const copyOf = (id) => element(id).content.firstElementChild.cloneNode(true);

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
  if (fresh.length === 1) say(`New ${nameOf(fresh[0])} to ${fresh[0].to}.`);
  if (fresh.length > 1) say(`${fresh.length} new messages.`);
}

const nameOf = ({ channel }) => (channel === 'email' ? 'email' : 'text message');

function articleOf(message, index) {
  const article = copyOf('message');
  const part = (selector) => article.querySelector(selector);
  const heading = part('h3');
  heading.id = `message-${index}`;
  heading.textContent = message.subject ?? 'Text message';
  if (message.subject && message.locale) heading.lang = message.locale;
  article.setAttribute('aria-labelledby', heading.id);
  part('.channel').textContent = message.channel === 'email' ? 'Email' : 'SMS';
  part('.to').textContent = message.to;
  part('time').dateTime = message.at;
  part('time').textContent = new Date(message.at).toLocaleTimeString();
  const code = codeIn(message.text);
  part('.copy').hidden = !code;
  offer(part('.copy'), () => code);
  article.append(message.html === null ? phoneOf(message) : mailOf(message, index));
  return article;
}

function mailOf({ subject }, index) {
  const frame = copyOf('email');
  frame.title = `Mail: ${subject}`;
  frame.src = `/_local/messages/${index}/html`;
  return frame;
}

function phoneOf({ from, text, locale }) {
  const phone = copyOf('sms');
  phone.querySelector('.sender').textContent = from ?? 'Unnamed sender';
  const bubble = phone.querySelector('.bubble');
  bubble.textContent = text;
  if (locale) bubble.lang = locale;
  return phone;
}

/** Digits that end a line, alone or after `#`; otherwise the first digits. Others may belong to the brand's name. */
const codeIn = (text) => (/(?<=^|#)\d{6,10}$/m.exec(text) ?? /(?<!\d)\d{6,10}(?!\d)/.exec(text))?.[0];

element('empty').addEventListener('click', async () => {
  await fetch('/_local/messages', { method: 'DELETE' });
  show([]);
  say('The inbox is empty.');
});

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
