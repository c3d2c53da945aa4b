import { style } from './style.ts';
import type { ElementWords } from './words/words.ts';

/** The parts of the element that change. */
export interface View {
  readonly ask: HTMLFormElement;
  readonly address: HTMLInputElement;
  readonly check: HTMLFormElement;
  readonly codeLabel: HTMLElement;
  readonly code: HTMLInputElement;
  readonly again: HTMLButtonElement;
  readonly change: HTMLButtonElement;
  readonly status: HTMLElement;
  readonly errorOf: (form: HTMLFormElement) => HTMLElement;
  readonly submitOf: (form: HTMLFormElement) => HTMLButtonElement;
}

/** No text of a person or a service is ever read as HTML: it is put in later, as text. */
const html = `<style>${style}</style>
<form id="ask" part="form" novalidate>
<label for="address" part="label"></label>
<input id="address" part="input" aria-describedby="ask-error" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false" dir="ltr">
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

export function createView(root: ShadowRoot, words: ElementWords): View {
  // Not the root's own innerHTML: inside a form of the page, the parser would leave out the forms in it.
  const template = document.createElement('template');
  template.innerHTML = html;
  root.append(template.content);
  const find = <Found extends HTMLElement>(selector: string): Found => root.querySelector(selector) as Found;
  const errorOf = (form: HTMLFormElement) => form.querySelector('.error') as HTMLElement;
  const submitOf = (form: HTMLFormElement) => form.querySelector('[type=submit]') as HTMLButtonElement;
  const view: View = {
    ask: find('#ask'),
    address: find('#address'),
    check: find('#check'),
    codeLabel: find('[for=code]'),
    code: find('#code'),
    again: find('#again'),
    change: find('#change'),
    status: find('.status'),
    errorOf,
    submitOf,
  };
  find('[for=address]').textContent = words.address;
  submitOf(view.ask).textContent = words.send;
  submitOf(view.check).textContent = words.signIn;
  view.again.textContent = words.resend;
  view.change.textContent = words.change;
  return view;
}

/** `aria-disabled` keeps the focus where it is; `disabled` would lose it while a person waits. */
export const enable = (button: HTMLButtonElement, isEnabled: boolean): void =>
  button.setAttribute('aria-disabled', String(!isEnabled));

export const isEnabled = (button: HTMLButtonElement): boolean => button.getAttribute('aria-disabled') !== 'true';
