import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApi } from '../../lib/http/openapi/document.ts';

const settings = { publicUrl: 'https://login.example.com/v1', serviceName: 'auth-service' };

interface Content {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: Readonly<Record<string, unknown>> }>>;
}
interface Response {
  readonly description: string;
  readonly headers?: object;
  readonly content: Readonly<Record<string, Content>>;
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, Response>>;
}

/** The document as a client gets it. */
export const described: {
  readonly info: { readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
} = JSON.parse(JSON.stringify(openApi(settings)));

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'document', ...described });

const pointerTo = (...steps: readonly string[]): string =>
  steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** What is wrong with the value by the schema at this place of the document. None: it is as described. */
function faults(value: unknown, ...place: readonly string[]): readonly string[] {
  const validate = ajv.getSchema(`document#${pointerTo(...place, 'schema')}`);
  if (!validate) return [`nothing is described at ${place.join(' ')}`];
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

export const requestFaults = (path: string, body: unknown): readonly string[] =>
  faults(body, 'paths', path, 'post', 'requestBody', 'content', 'application/json');

export const answerFaults = (path: string, method: string, status: number, type: string, body: unknown) =>
  faults(body, 'paths', path, method, 'responses', String(status), 'content', type);
