import { createLoginCode } from '../client/client.ts';
import type { SignedIn } from '../client/types.ts';
import { runSignIn } from './sign-in.ts';
import { createView } from './view.ts';
import { speak } from './words.ts';

/**
 * `<login-code url="https://login.example.com">`: one field for the address or number, then one for the code. Dispatches
 * `signed-in`, whose `detail` has the token. In a form of yours it is a field with the token as its value, and submits
 * the form. Its language is that of the page. `channel="email"` or `channel="sms"` takes only that.
 */
class LoginCodeElement extends HTMLElement {
  static readonly formAssociated = true;
  readonly #internals = this.attachInternals();

  connectedCallback(): void {
    if (this.shadowRoot) return; // it was moved
    void this.#begin(this.attachShadow({ mode: 'open', delegatesFocus: true }));
  }

  async #begin(root: ShadowRoot): Promise<void> {
    const language = this.closest('[lang]')?.getAttribute('lang') || navigator.language;
    const login = createLoginCode({ url: this.getAttribute('url') ?? location.origin, language });
    const spoken = await speak(language);
    const channel = this.getAttribute('channel');
    const view = createView(root, spoken, channel);
    runSignIn({ view, login, channel, words: spoken.words, done: (signedIn) => this.#finish(signedIn) });
  }

  #finish(detail: SignedIn): void {
    this.#internals.setFormValue(detail.token);
    this.dispatchEvent(new CustomEvent('signed-in', { detail, bubbles: true, composed: true }));
    this.#internals.form?.requestSubmit();
  }
}

customElements.define('login-code', LoginCodeElement);
