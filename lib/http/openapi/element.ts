import { locales } from '../../locales/locales.ts';
import type { ServedAt } from '../problems/body.ts';
import { elementFilePath, routes } from '../routes.ts';
import { problemResponses } from './parts.ts';

export const getElement = (settings: ServedAt) => ({
  operationId: 'getElement',
  tags: ['About'],
  summary: 'The element <login-code>',
  description: 'A module that defines it, for any page. It loads its language from the path below.',
  responses: {
    '200': { description: 'The module. May be cached for five minutes.', content: script },
    ...problemResponses(['method-not-allowed'], routes.element.path, settings),
  },
});

export const getElementFile = (settings: ServedAt) => ({
  operationId: 'getElementFile',
  tags: ['About'],
  summary: 'A file of the element, by its hash',
  description: 'The same module, or a language of it. Under its current hash it never changes.',
  parameters: [file],
  responses: {
    '200': { description: 'The module. Under its current hash it may be cached for ever.', content: script },
    ...problemResponses(['not-found', 'method-not-allowed'], example, settings),
  },
});

const example = elementFilePath('element', '00000000');

const file = {
  name: 'file',
  in: 'path',
  required: true,
  description: 'Its name and its hash.',
  schema: { type: 'string', pattern: `^(element|${locales.join('|')})-[0-9A-Z]{8}\\.js$` },
  example: example.split('/').at(-1),
} as const;

const script = { 'text/javascript': { schema: { type: 'string' } } };
