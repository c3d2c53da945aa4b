import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/guide.md'), 'utf8');

/** The code blocks in this language below a heading of the guide, for a service at `url`. */
export const examplesOf = (title: string, language: string, url: string): readonly string[] => {
  const [text = ''] = page.split(`\n## ${title}\n`)[1]?.split('\n## ') ?? [];
  const blocks = [...text.matchAll(new RegExp(`\`\`\`${language}\n(.+?)\`\`\``, 'gs'))];
  return blocks.map(([, code = '']) => code.replaceAll('https://login.example.com', url));
};

const ours: Readonly<Record<string, string>> = {
  'login-code/element': join(root, 'lib/element/element.ts'),
  'login-code/client': join(root, 'lib/client/client.ts'),
};

/** In place of frameworks that weigh more than what the example does with them. */
const standIns: Readonly<Record<string, string>> = {
  'next-auth':
    'export default (config) => ({ config, handlers: config, auth: config, signIn: config, signOut: config });',
  'next-auth/providers/credentials': 'export default (options) => options;',
  'next-auth/react': 'export const signIn = (provider, { token }) => { window.signedIn = token; };',
  'react-native-get-random-values': '',
  'expo-secure-store': `const kept = new Map();
    export const getItemAsync = async (name) => kept.get(name) ?? null;
    export const setItemAsync = async (name, value) => void kept.set(name, value);`,
  'react-native': `import { createElement } from 'react';
    export const View = ({ children }) => createElement('div', null, children);
    export const Text = ({ children }) => createElement('p', { role: 'alert' }, children);
    export const Button = ({ title, onPress }) => createElement('button', { onClick: onPress }, title);
    export const TextInput = ({ onChangeText, ...props }) =>
      createElement('input', { ...props, onChange: ({ target }) => onChangeText(target.value) });`,
};

const resolving: Plugin = {
  name: 'examples',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^login-code\// }, ({ path }) => ({ path: ours[path] ?? path }));
    onResolve({ filter: /./ }, ({ path }) => (path in standIns ? { path, namespace: 'stand-in' } : undefined));
    onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({
      contents: standIns[path] ?? '',
      resolveDir: root,
    }));
  },
};

/** One file of the example, and of `more` beneath it. */
export async function bundled(example: string, more: string, platform: 'browser' | 'node'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `${example}\n${more}`, loader: 'tsx', resolveDir: root },
    bundle: true,
    format: 'esm',
    platform,
    jsx: 'automatic',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    // React is CommonJS, and asks for Node's modules by `require`.
    ...(platform === 'node' && { external: ['react', 'react-dom', 'jose'] }),
    plugins: [resolving],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
