/** JSON as people read it, one element a line: indented, and with its names marked. */
export const linesOf = (json) =>
  JSON.stringify(JSON.parse(json), null, 2)
    .split('\n')
    .map((text) => {
      const [, indent = '', name, rest] = /^( *)("(?:[^"\\]|\\.)*")(:.*)$/s.exec(text) ?? /^( *)/.exec(text);
      return line(indent.length, ...(name ? [indent, marked(name), rest] : [text]));
    });

/** What is too long for its line goes on below, further in than the line begins. */
export function line(depth, ...parts) {
  const whole = document.createElement('span');
  whole.className = 'line';
  whole.style.setProperty('--depth', depth);
  whole.append(...parts, '\n');
  return whole;
}

function marked(name) {
  const mark = document.createElement('b');
  mark.textContent = name;
  return mark;
}
