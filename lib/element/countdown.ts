import type { ElementWords } from '../locales/catalog.ts';
import { enable } from './view.ts';

/** Takes the button out of use for so many seconds, and says on it how many are left. */
export function countDown(button: HTMLButtonElement, seconds: number, words: ElementWords): void {
  const label = button.dataset.label ?? button.textContent ?? '';
  button.dataset.label = label;
  clearInterval(Number(button.dataset.timer));
  const until = Date.now() + seconds * 1_000;
  const show = () => {
    const left = Math.ceil((until - Date.now()) / 1_000);
    enable(button, left <= 0);
    button.textContent = left > 0 ? words.wait.replace('{seconds}', String(left)) : label;
    if (left <= 0) clearInterval(timer);
  };
  const timer = setInterval(show, 250);
  button.dataset.timer = String(timer);
  show();
}
