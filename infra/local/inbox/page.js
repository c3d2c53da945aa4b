export const element = (id) => document.getElementById(id);

export const say = (words) => {
  element('spoken').textContent = words;
};

/** Makes the button copy the text that `text` gives at the moment of the click. */
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

/** Browsers have a clipboard only on localhost and HTTPS, but with HOST set a phone may show this page over HTTP. */
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
