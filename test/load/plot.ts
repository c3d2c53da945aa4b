/** A line over time: a value for each second. */
export interface Line {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

/** Lines of one unit, on one scale from 0. */
export interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

const width = 800;
const height = 150;
const left = 60;
const top = 30;
const gap = 30;

/** Panels above each other, with the time in minutes below them. */
export function plot(panels: readonly Panel[], seconds: number): string {
  const total = panels.length * (height + top + gap);
  const x = (second: number): number => Math.round((left + (second / seconds) * width) * 10) / 10;
  const drawn = panels.map(({ title, lines }, nth) => {
    const base = nth * (height + top + gap) + top + height;
    const most = roundUp(Math.max(1, ...lines.flatMap(({ values }) => values)));
    const y = (value: number): number => Math.round((base - (value / most) * height) * 10) / 10;
    const marks = [0, most / 2, most].map(
      (value) =>
        `<path d="M${left} ${y(value)}h${width}" class="rule"/><text x="${left - 6}" y="${y(value) + 4}" class="scale">${value}</text>`,
    );
    const names = lines.map(
      ({ name, colour }, i) =>
        `<text x="${left + width - 90 * (lines.length - i)}" y="${base - height - 8}" fill="${colour}">${name}</text>`,
    );
    const paths = lines.map(
      ({ values, colour }) =>
        `<path d="${values.map((value, second) => `${second ? 'L' : 'M'}${x(second)} ${y(value)}`).join('')}" stroke="${colour}" fill="none"/>`,
    );
    const minutes = Array.from({ length: Math.floor(seconds / 60) + 1 }, (_, minute) => minute).filter(
      (minute) => minute % 2 === 0,
    );
    const times = minutes.map(
      (minute) => `<text x="${x(minute * 60)}" y="${base + 16}" class="time">${minute} min</text>`,
    );
    return `<text x="${left}" y="${base - height - 8}" class="title">${title}</text>${[...marks, ...times, ...names, ...paths].join('')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 20} ${total}" font-family="sans-serif" font-size="12">`,
    '<title>The load over time</title>',
    '<style>.rule{stroke:#ddd}.scale{text-anchor:end;fill:#555}.time{text-anchor:middle;fill:#555}.title{font-weight:bold;fill:#222}</style>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** To 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((times) => times * power >= value) ?? 10) * power;
}
