import { style } from './style.ts';
import type { Spoken } from './words.ts';

/** One question: a form with a field. */
export interface Step {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly error: HTMLElement;
  readonly submit: HTMLButtonElement;
}

/** The parts of the element that change. */
export interface View {
  readonly ask: Step;
  readonly check: Step;
  readonly codeLabel: HTMLElement;
  readonly again: HTMLButtonElement;
  readonly change: HTMLButtonElement;
  readonly status: HTMLElement;
}

/** No text of a person or a service is ever read as HTML: it is put in later, as text. */
const html = `<form id="ask" part="form" novalidate>
<label for="address" part="label"></label>
<input id="address" part="input" aria-describedby="ask-error" autocapitalize="none" spellcheck="false" dir="ltr">
<p class="error" id="ask-error" part="error" role="alert"></p>
<button type="submit" part="button submit"></button>
</form>
<form id="check" part="form" novalidate hidden>
<label for="code" part="label"></label>
<input id="code" part="input code" aria-describedby="check-error" autocomplete="one-time-code" inputmode="numeric" spellcheck="false" dir="ltr">
<p class="error" id="check-error" part="error" role="alert"></p>
<button type="submit" part="button submit"></button>
<button type="button" id="again" part="button again"></button>
<button type="button" id="change" part="button change"></button>
</form>
<p class="status" part="status" role="status"></p>`;

/** How the address is asked for: what browsers fill in, and the keyboard that phones show. */
const kinds = {
  email: { label: 'email', autocomplete: 'email', inputMode: 'email' },
  sms: { label: 'phone', autocomplete: 'tel', inputMode: 'tel' },
  both: { label: 'address', autocomplete: 'username', inputMode: 'email' },
} as const;

export function createView(root: ShadowRoot, { lang, dir, words }: Spoken, channel: string | null): View {
  // Not the root's own innerHTML: inside a form of the page, the parser would leave out the forms in it.
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const part of template.content.children) Object.assign(part, { lang, dir });
  root.append(template.content);
  // Not a <style>, which a page's policy for content may forbid.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const find = <Found extends HTMLElement>(selector: string): Found => root.querySelector(selector) as Found;
  const stepOf = (id: string): Step => ({
    form: find(`#${id}`),
    field: find(`#${id} input`),
    error: find(`#${id} .error`),
    submit: find(`#${id} [type=submit]`),
  });
  const [ask, check] = [stepOf('ask'), stepOf('check')];
  const view: View = {
    ask,
    check,
    codeLabel: find('[for=code]'),
    again: find('#again'),
    change: find('#change'),
    status: find('.status'),
  };
  const { label, ...kind } = kinds[channel === 'email' || channel === 'sms' ? channel : 'both'];
  Object.assign(ask.field, kind);
  find('[for=address]').textContent = words[label];
  ask.submit.textContent = words.send;
  check.submit.textContent = words.signIn;
  view.again.textContent = words.resend;
  view.change.textContent = words.change;
  return view;
}

/** `aria-disabled` keeps the focus where it is; `disabled` would lose it while a person waits. */
export const enable = (button: HTMLButtonElement, isEnabled: boolean): void =>
  button.setAttribute('aria-disabled', String(!isEnabled));

export const isEnabled = (button: HTMLButtonElement): boolean => button.getAttribute('aria-disabled') !== 'true';
