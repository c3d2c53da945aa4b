/** `color-scheme` of the page decides between light and dark. */
export const style = `
:host { display: block; max-width: 24rem; font: inherit; }
form, div { display: grid; gap: .5rem; }
[hidden] { display: none; }
label { font-weight: 600; }
input, button { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit;
  border: 1px solid var(--login-code-edge, GrayText); border-radius: var(--login-code-radius, .5rem);
  background: var(--login-code-field, Field); color: var(--login-code-text, FieldText); }
button { cursor: pointer; background: none; color: inherit; }
button[type=submit] { border-color: transparent; font-weight: 600;
  background: var(--login-code-accent, #2b6a5b); color: var(--login-code-on-accent, #fff); }
button[aria-disabled=true] { cursor: default; filter: grayscale(1); }
:focus-visible { outline: 3px solid var(--login-code-accent, #2b6a5b); outline-offset: 2px; }
[aria-invalid=true] { border-color: var(--login-code-error, light-dark(#a6260f, #ff9c87)); }
.error { margin: 0; color: var(--login-code-error, light-dark(#a6260f, #ff9c87)); overflow-wrap: anywhere; }
.error:empty, .status:empty { display: none; }
.status { margin: 0; }
`;
