import type { LoginCode } from '../client/client.ts';
import type { Result, Sent, SignedIn } from '../client/types.ts';
import type { ElementWords } from '../locales/catalog.ts';
import { countDown } from './countdown.ts';
import { describe, isOver, targetIn, waitOf } from './describe.ts';
import { readText } from './read-text.ts';
import { enable, isEnabled, type Step, type View } from './view.ts';

export interface SignIn {
  readonly view: View;
  readonly login: LoginCode;
  /** The only one that is taken; null: both. */
  readonly channel: string | null;
  readonly words: ElementWords;
  readonly done: (signedIn: SignedIn) => void;
}

/** Makes the view do something: asks for the address, then for the code, until the code is right. */
export function runSignIn({ view, login, channel, words, done }: SignIn): void {
  const { ask, check, again, change, codeLabel, status } = view;
  let reading = new AbortController();

  onSubmit(ask, async () => {
    const result = await run(ask, ask.submit, () => login.send(targetIn(ask.field.value, channel)));
    if (result) askForCode(result);
  });
  onSubmit(check, async () => {
    const result = await run(check, check.submit, () => login.verify(check.field.value));
    if (result?.ok) finish(result);
  });
  again.addEventListener('click', async () => {
    const result = await run(check, again, () => login.resend());
    if (result) askForCode(result);
    if (result?.ok) status.textContent = words.resent;
  });
  change.addEventListener('click', () => {
    reading.abort();
    show(ask);
    ask.field.select();
  });

  /** Undefined: the button is out of use. */
  async function run<Data>(
    step: Step,
    button: HTMLButtonElement,
    request: () => Promise<Result<Data>>,
  ): Promise<Result<Data> | undefined> {
    if (!isEnabled(button)) return undefined;
    enable(button, false);
    status.textContent = '';
    const result = await request();
    enable(button, true);
    tell(step, result, button);
    if (!result.ok) countDown(button, waitOf(result.problem), words);
    return result;
  }

  /** What is wrong with a field concerns the button beside it, not the one that sends again. */
  function tell(step: Step, result: Result<unknown>, button = step.submit): void {
    step.error.textContent = result.ok ? '' : describe(result.problem, words);
    const concernsField = button === step.submit;
    if (concernsField) step.field.setAttribute('aria-invalid', String(!result.ok));
    if (result.ok) return;
    if (isOver(result.problem)) again.focus();
    else if (concernsField) step.field.select();
  }

  /** Also where it is not known whether the message went out: the code may still arrive. */
  function askForCode(result: Result<Sent>): void {
    if (!result.ok && !('challenge_id' in result.problem && result.problem.challenge_id)) return;
    // Isolated, so that an address does not reorder a sentence that is written from right to left.
    const target = `\u2068${result.ok ? result.target : ask.field.value.trim()}\u2069`;
    codeLabel.textContent = words.code.replace('{target}', target);
    check.field.value = '';
    show(check);
    if (!result.ok) check.error.textContent = describe(result.problem, words);
    void fillIn();
  }

  async function fillIn(): Promise<void> {
    reading.abort();
    reading = new AbortController();
    const code = await readText(reading.signal);
    if (code === undefined) return;
    check.field.value = code;
    check.form.requestSubmit();
  }

  function show(step: Step): void {
    for (const each of [ask, check]) {
      each.form.hidden = each !== step;
      tell(each, { ok: true });
    }
    step.field.focus();
  }

  function finish(signedIn: SignedIn): void {
    reading.abort();
    check.form.hidden = true;
    status.textContent = words.signedIn;
    done(signedIn);
  }
}

function onSubmit({ form }: Step, then: () => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void then();
  });
}
