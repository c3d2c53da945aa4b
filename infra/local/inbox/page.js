export const element = (id) => document.getElementById(id);

export const say = (words) => {
  element('spoken').textContent = words;
};

/** A click copies what there is to copy then. */
export function offer(button, text) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const isCopied = await copy(text(), button);
    say(isCopied ? 'Copied.' : 'The browser did not let it be copied.');
    if (!isCopied) return;
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = label;
    }, 2_000);
  });
}

/** Browsers have a clipboard on localhost and HTTPS alone, and a stack may be open to a phone next to it. */
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    button.after(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    button.focus();
    return isCopied;
  }
}
