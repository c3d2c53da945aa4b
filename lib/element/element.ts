import { createLoginCode, type LoginCode } from '../client/client.ts';
import type { Problem, Result, Sent, SignedIn } from '../client/types.ts';
import { countDown } from './countdown.ts';
import { describe, isOver, targetIn, waitOf } from './describe.ts';
import { createView, enable, isEnabled, type View } from './view.ts';
import { choose } from './words/choose.ts';
import type { ElementWords } from './words/words.ts';

/**
 * `<login-code url="https://login.example.com">`: one field for the address or number, then one for the code. Dispatches
 * `signed-in`, whose `detail` has the token. In a form of yours it is a field with the token as its value, and submits
 * the form. Its language is that of the page.
 */
class LoginCodeElement extends HTMLElement {
  static readonly formAssociated = true;
  readonly #internals = this.attachInternals();
  #login: LoginCode | undefined;
  #view: View | undefined;
  #words: ElementWords = choose('en').words;

  connectedCallback(): void {
    if (this.#view) return; // it was moved
    const wanted = this.closest('[lang]')?.getAttribute('lang') || navigator.language;
    const { lang, words } = choose(wanted);
    this.#words = words;
    this.#login = createLoginCode({ url: this.getAttribute('url') ?? location.origin, language: wanted });
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const view = createView(root, words);
    this.#view = view;
    for (const part of root.children) part.setAttribute('lang', lang);
    this.#on(
      view,
      view.ask,
      (login) => login.send(targetIn(view.address.value)),
      (sent: Sent) => this.#askForCode(view, sent),
    );
    this.#on(
      view,
      view.check,
      (login) => login.verify(view.code.value),
      (signedIn: SignedIn) => this.#finish(view, signedIn),
    );
    view.again.addEventListener('click', () => void this.#resend(view));
    view.change.addEventListener('click', () => this.#startAgain(view));
  }

  #on<Data>(
    view: View,
    form: HTMLFormElement,
    ask: (login: LoginCode) => Promise<Result<Data>>,
    then: (data: Data) => void,
  ): void {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run(view, form, form === view.ask ? view.address : view.code, view.submitOf(form), ask, then);
    });
  }

  async #run<Data>(
    view: View,
    form: HTMLFormElement,
    field: HTMLInputElement | undefined,
    button: HTMLButtonElement,
    ask: (login: LoginCode) => Promise<Result<Data>>,
    then: (data: Data) => void,
  ): Promise<void> {
    if (!this.#login || !isEnabled(button)) return;
    enable(button, false);
    view.status.textContent = '';
    const result = await ask(this.#login);
    enable(button, true);
    this.#tell(view, form, field, result.ok ? undefined : result.problem);
    if (result.ok) return then(result);
    countDown(button, waitOf(result.problem), this.#words);
  }

  #tell(view: View, form: HTMLFormElement, field: HTMLInputElement | undefined, problem: Problem | undefined): void {
    view.errorOf(form).textContent = problem ? describe(problem, this.#words) : '';
    field?.setAttribute('aria-invalid', String(problem !== undefined));
    if (!problem) return;
    if (isOver(problem)) view.again.focus();
    else field?.select();
  }

  #askForCode(view: View, { target }: Sent): void {
    view.codeLabel.textContent = this.#words.code.replace('{target}', target);
    view.ask.hidden = true;
    view.check.hidden = false;
    view.code.value = '';
    view.code.focus();
  }

  #resend(view: View): Promise<void> {
    return this.#run(
      view,
      view.check,
      undefined,
      view.again,
      (login) => login.resend(),
      (sent) => {
        this.#askForCode(view, sent);
        view.status.textContent = this.#words.resent;
      },
    );
  }

  #startAgain(view: View): void {
    view.check.hidden = true;
    view.ask.hidden = false;
    this.#tell(view, view.check, view.code, undefined);
    view.address.select();
    view.address.focus();
  }

  #finish(view: View, detail: SignedIn): void {
    view.check.hidden = true;
    view.status.textContent = this.#words.signedIn;
    this.#internals.setFormValue(detail.token);
    this.dispatchEvent(new CustomEvent('signed-in', { detail, bubbles: true, composed: true }));
    this.#internals.form?.requestSubmit();
  }
}

customElements.define('login-code', LoginCodeElement);
