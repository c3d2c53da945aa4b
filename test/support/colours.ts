/** What a mail's text is written in and on, by its inline styles and, in the dark, the rules of its media query. */
export interface Written {
  readonly text: string;
  readonly color: string;
  readonly background: string;
}

interface Rule {
  readonly selector: string;
  readonly style: string;
}

interface Element {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly style: string;
}

const darkBlock = /@media \(prefers-color-scheme: dark\) \{((?:[^{}]*\{[^{}]*\})*)\s*\}/;

export function writtenIn(html: string, scheme: 'light' | 'dark'): Written[] {
  const rules = scheme === 'dark' ? rulesOf(darkBlock.exec(html)?.[1] ?? '') : [];
  const written: Written[] = [];
  const open: Element[] = [];
  const body = html.slice(html.indexOf('<body')).replaceAll(/<!--[\s\S]*?-->/g, '');
  for (const [, close, tag, attributes = '', text = ''] of body.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (close) open.pop();
    else if (tag)
      open.push({ tag, classes: attribute(attributes, 'class').split(' '), style: attribute(attributes, 'style') });
    else if (text.trim() && !open.some(({ style }) => value(style, 'display') === 'none')) {
      const color = nearest(open, rules, ['color']);
      const background = nearest(open, rules, ['background-color', 'background']);
      written.push({ text: text.trim(), color, background });
    }
  }
  return written;
}

/** All the CSS that `writtenIn` does not look at. */
export const otherRules = (html: string): string =>
  [...html.replace(darkBlock, '').matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');

/** WCAG 2.2, contrast ratio. */
export function contrast({ color, background }: Written): number {
  const [lighter = 0, darker = 0] = [luminance(color), luminance(background)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const channels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(color);
  if (!channels) throw new Error(`cannot measure the colour ${color}`);
  const [r = 0, g = 0, b = 0] = channels.slice(1).map((hex) => {
    const part = Number.parseInt(hex, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

/** The last one wins. */
const value = (style: string, property: string): string | undefined =>
  [...style.matchAll(new RegExp(`(?<=^|[;\\s])${property}:\\s*([^;]+?)\\s*(?:;|$)`, 'g'))].at(-1)?.[1];

const rulesOf = (css: string): Rule[] =>
  [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', style = '']) =>
    selectors.split(',').map((selector) => ({ selector: selector.trim(), style })),
  );

/** What the innermost element that says anything says. Among rules the last wins, so specificities must not differ. */
function nearest(open: readonly Element[], rules: readonly Rule[], properties: readonly string[]): string {
  for (let depth = open.length; depth > 0; depth--) {
    const chain = open.slice(0, depth);
    const important = rules
      .filter(({ selector }) => selects(selector.split(/\s+/), chain))
      .flatMap(({ style }) => properties.map((property) => value(style, property)))
      .findLast((found) => found?.endsWith('!important'));
    const inline = properties.map((property) => value(chain.at(-1)?.style ?? '', property)).find(Boolean);
    const found = important?.replace(/\s*!important$/, '') ?? inline;
    if (found && found !== 'inherit') return found;
  }
  throw new Error(`text without ${properties[0]}`);
}

/** Classes, tags, descendants and children: what the mail uses, and no more. */
function selects(selector: readonly string[], chain: readonly Element[]): boolean {
  const element = chain.at(-1);
  const last = selector.at(-1) ?? '';
  if (!/^\.?\w+$/.test(last)) throw new Error(`cannot read the selector ${selector.join(' ')}`);
  if (!element || !(last.startsWith('.') ? element.classes.includes(last.slice(1)) : element.tag === last))
    return false;
  const rest = selector.slice(0, -1);
  if (rest.length === 0) return true;
  if (rest.at(-1) === '>') return selects(rest.slice(0, -1), chain.slice(0, -1));
  return chain.some((_, depth) => depth > 0 && selects(rest, chain.slice(0, depth)));
}
