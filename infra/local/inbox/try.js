import { element } from './page.js';
import { showToken } from './token.js';

// Runs before the element is defined, which takes the nearest language. The rest of the page is in English.
document.querySelector('login-code').lang = new URLSearchParams(location.search).get('lang') || 'en';

element('lines').textContent = [
  `<script type="module" src="${location.origin}/login-code.js"></script>`,
  `<login-code url="${location.origin}"></login-code>`,
].join('\n');

document.addEventListener('signed-in', ({ detail }) => showToken(detail.token));
