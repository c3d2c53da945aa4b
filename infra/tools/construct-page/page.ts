import type { Exported, Member } from './read-api.ts';

/** The page `docs/reference/construct.md`. */
export function constructPage(api: readonly Exported[]): string {
  const [main, others] = [true, false].map((isMain) =>
    api.filter(({ name }) => name.startsWith('LoginCode') === isMain).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
  return `${[intro, ...[...(main ?? []), ...(others ?? [])].map(sectionOf)].join('\n\n')}\n`;
}

const intro = `# The construct

All that \`import … from 'login-code'\` gives. [In your own CDK app](../construct.md) shows how to get the package.
\`npm run construct:docs\` makes this page from the comments in \`infra/stack\`: change it there.`;

function sectionOf({ name, kind, meaning, is, members, keys }: Exported): string {
  const methods = members.filter(({ isMethod }) => isMethod);
  const properties = members.filter(({ isMethod }) => !isMethod);
  const extended = kind !== 'type' && is && `Extends ${code(is)}.`;
  const parts = [
    `## ${name}`,
    [meaning.replaceAll('\n', ' '), extended].filter(Boolean).join(' '),
    kind === 'type' && (keys.length > 0 ? keysOf(name, keys) : fenced(is)),
    properties.length > 0 && (kind === 'class' ? offered(properties) : taken(properties)),
    methods.length > 0 && table(['method', 'meaning'], methods.map(methodRow)),
  ];
  return parts.filter((part) => part !== false).join('\n\n');
}

/** Where the keys of a type are explained. */
const explained: Readonly<Record<string, string>> = {
  Settings: '[Settings](settings.md#stack)',
  OwnWords: '[Languages](../languages.md#your-own-words)',
};

const keysOf = (name: string, keys: readonly string[]): string =>
  `Its keys${explained[name] ? `, which ${explained[name]} explains` : ''}: ${keys.map(code).join(', ')}.`;

/** Each object of a union on a line of its own. */
const fenced = (type: string): string => ['```ts', type.replace(/ \| (?=\{)/g, '\n| '), '```'].join('\n');

const offered = (properties: readonly Member[]): string =>
  table(
    ['property', 'type', 'meaning'],
    properties.map(({ name, type, meaning }) => [code(name), code(type), meaning]),
  );

const taken = (properties: readonly Member[]): string =>
  table(
    ['property', 'type', 'default', 'meaning'],
    properties.map((each) => [code(each.name), code(each.type), defaultOf(each), each.meaning]),
  );

const methodRow = ({ name, type, meaning }: Member): readonly string[] => [code(`${name}${type}`), meaning];

/** `200`, `- none` and `true - a new account has none` are how the comments say it. */
function defaultOf({ isOptional, default: text }: Member): string {
  if (text === undefined) return isOptional ? '' : 'required';
  const [, value, reason] = /^(.*?)(?:(?:^| )- (.*))?$/s.exec(text) ?? [];
  return [value && code(value), reason].filter(Boolean).join(': ');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((cells) => cells.map(cell))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** In one line, in which `|` ends the cell even inside code. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

const code = (text: string): string => `\`${text}\``;
