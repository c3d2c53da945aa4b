const timers = new WeakMap();

/** Shows the time that is left until `until`, in ms since the epoch, and after it other words. */
export function countDown(place, until, words, wordsAfter) {
  stopCountDown(place);
  place.hidden = false;
  const show = () => {
    const left = Math.ceil((until - Date.now()) / 1_000);
    place.textContent = left > 0 ? `${words} ${clock(left)}` : wordsAfter;
    if (left <= 0) clearInterval(timers.get(place));
  };
  timers.set(place, setInterval(show, 250)); // often, so that no second is skipped
  show();
}

export function stopCountDown(place) {
  clearInterval(timers.get(place));
  place.hidden = true;
}

/** As a clock shows it: `0:59`, `9:05`, `2:00:00`. */
function clock(seconds) {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first, ...rest] = parts[0] > 0 ? parts : parts.slice(1);
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}
