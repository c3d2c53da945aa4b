const element = (id) => document.getElementById(id);
const copyOf = (id) => element(id).content.firstElementChild.cloneNode(true);
const say = (words) => {
  element('spoken').textContent = words;
};

// Asking for a code

const headersThatMatter = ['Content-Type', 'Retry-After', 'RateLimit', 'RateLimit-Policy'];

const form = document.querySelector('form');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const response = await ask(form.elements.to.value.trim(), form.elements.language.value);
    const raw = await asItCame(response);
    tell(response.ok, inWords(response), raw);
  } catch {
    tell(false, 'There was no answer. Is the stack still running?', '');
  }
});

function tell(isGood, sentence, raw) {
  element('sentence').className = isGood ? 'good' : 'bad';
  element('sentence').textContent = sentence;
  element('raw').textContent = raw;
}

const ask = (to, language) =>
  fetch('/auth/send-login-code', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(language && { 'Accept-Language': language }) },
    body: JSON.stringify({ [isPhone(to) ? 'phone' : 'email']: to }),
  });

/** Addresses may begin with digits too. */
const isPhone = (to) => /^[+\d]/.test(to) && !to.includes('@');

async function asItCame(response) {
  const headers = headersThatMatter
    .filter((name) => response.headers.has(name))
    .map((name) => `${name}: ${response.headers.get(name)}`);
  return [`${response.status} ${response.statusText}`, ...headers, '', await response.text()].join('\n');
}

function inWords({ ok, headers }) {
  if (ok) return 'Sent. The message appears by itself.';
  const wait = headers.get('Retry-After');
  return wait ? `Too soon. Ask again in ${wait} seconds.` : 'Not accepted. The answer says why.';
}

// Messages

let shown = [];

/** Leaves alone what is there already, with its focus and its frames. */
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
  offerCode(part('.copy'), codeIn(message.text));
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

/** On a line of its own, or bound to an origin; else the first there is: a brand may have digits in it too. */
const codeIn = (text) => (/(?<=^|#)\d{6,10}$/m.exec(text) ?? /(?<!\d)\d{6,10}(?!\d)/.exec(text))?.[0];

function offerCode(button, code) {
  button.hidden = !code;
  button.addEventListener('click', async () => {
    const isCopied = await copy(code, button);
    say(isCopied ? 'Copied.' : 'The browser did not let it be copied.');
    if (!isCopied) return;
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy code';
    }, 2_000);
  });
}

/** Browsers have a clipboard on localhost and HTTPS alone, and a stack may be open to a phone next to it. */
async function copy(code, button) {
  try {
    await navigator.clipboard.writeText(code);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = code;
    button.after(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    button.focus();
    return isCopied;
  }
}

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
