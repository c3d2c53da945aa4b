import { element, offer } from './page.js';
import { signInWith } from './sign-in.js';

const copyOf = (id) => element(id).content.firstElementChild.cloneNode(true);

/** One message as its reader sees it. `index` is its place among all, the oldest first. */
export function articleOf(message, index) {
  const article = copyOf('message');
  const part = (selector) => article.querySelector(selector);
  const heading = part('h3');
  heading.id = `message-${index}`;
  heading.textContent = message.subject ?? 'Text message';
  if (message.subject && message.locale) heading.lang = message.locale;
  article.setAttribute('aria-labelledby', heading.id);
  part('.channel').textContent = message.channel === 'email' ? 'Email' : 'SMS';
  part('.to').textContent = message.to;
  part('.from').textContent = message.from;
  part('.meta[hidden]').hidden = message.channel === 'sms'; // the phone shows it
  part('time').dateTime = message.at;
  part('time').textContent = new Date(message.at).toLocaleTimeString();
  offerCode(part, message);
  article.append(message.html === null ? phoneOf(message) : mailOf(message, index));
  return article;
}

function offerCode(part, { text, to }) {
  const code = codeIn(text);
  part('.copy').hidden = !code;
  offer(part('.copy'), () => code);
  const use = part('.use');
  use.value = code ?? '';
  use.dataset.to = to;
  use.addEventListener('click', () => signInWith(code));
}

/** Digits that end a line, alone or after `#`; otherwise the first digits. Others may belong to the brand's name. */
const codeIn = (text) => (/(?<=^|#)\d{6,10}$/m.exec(text) ?? /(?<!\d)\d{6,10}(?!\d)/.exec(text))?.[0];

function mailOf({ subject, text, locale }, index) {
  const mail = copyOf('email');
  const [html, plain] = [mail.querySelector('iframe'), mail.querySelector('pre')];
  html.title = `Mail: ${subject}`;
  html.src = `/_local/messages/${index}/html`;
  fitToMail(html);
  mail.querySelector('a').href = html.src;
  plain.textContent = text;
  if (locale) plain.lang = locale;
  const tabs = [...mail.querySelectorAll('[aria-pressed]')];
  for (const [shown, tab] of tabs.entries()) {
    tab.addEventListener('click', () => {
      for (const [at, part] of [html, plain].entries()) {
        part.hidden = at !== shown;
        tabs[at].ariaPressed = String(at === shown);
      }
    });
  }
  return mail;
}

/** Makes the frame as high as its mail, so that neither is cut off nor followed by a gap, however wide it becomes. */
function fitToMail(frame) {
  const resize = () => {
    // Nothing where the frame is hidden, or a mail has led it elsewhere.
    const height = frame.contentDocument?.documentElement.getBoundingClientRect().height;
    if (height) frame.style.height = `${Math.ceil(height) + frame.offsetHeight - frame.clientHeight}px`;
  };
  frame.addEventListener('load', () => {
    resize();
    frame.contentDocument?.defaultView.addEventListener('resize', resize);
  });
}

function phoneOf({ from, text, locale }) {
  const phone = copyOf('sms');
  phone.querySelector('.sender').textContent = from ?? 'Unnamed sender';
  const bubble = phone.querySelector('.bubble');
  bubble.textContent = text;
  if (locale) bubble.lang = locale;
  return phone;
}
