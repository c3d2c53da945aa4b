import type { ProblemSlug } from '../../locales/catalog.ts';
import { problemSchema, violationSchema } from '../contract/problem.ts';
import { problems } from '../problems/kinds.ts';

/**
 * A schema for each problem: constant where the contract's own, which covers them all, is open. They are told apart by
 * `i18n_key`. Fields may be added later, so these schemas allow more.
 */
const { additionalProperties: _, required, properties } = problemSchema;
const { retry_after, challenge_id, errors: __, i18n_args, ...shared } = properties;
const { additionalProperties: ___, ...violation } = violationSchema;

const argumentsOf = (properties: Readonly<Record<string, object>>) => ({
  i18n_args: { ...i18n_args, properties, required: Object.keys(properties) },
});

const waiting = { retry_after, ...argumentsOf({ retry_after }) };

/** What only these problems have, and always. */
const particulars: Partial<Record<ProblemSlug, Readonly<Record<string, object>>>> = {
  'invalid-request': { errors: { ...properties.errors, items: { $ref: '#/components/schemas/FieldViolation' } } },
  'code-invalid': argumentsOf({
    attempts_left: { description: 'How many guesses the code still allows.', type: 'integer', minimum: 0 },
  }),
};

/** What these problems may have. */
const options: Partial<Record<ProblemSlug, Readonly<Record<string, object>>>> = {
  'delivery-failed': {
    challenge_id,
    i18n_args: {
      ...i18n_args,
      properties: {
        try: {
          description: 'The other channel, if it is on and nothing was sent.',
          type: 'string',
          enum: ['email', 'sms'],
        },
      },
    },
  },
};

/** `TargetThrottledProblem`. */
export const schemaName = (slug: ProblemSlug): string =>
  `${slug.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Problem`;

function problemSchemaOf(slug: ProblemSlug) {
  const { status, code, i18nKey } = problems[slug];
  const own = status === 429 ? waiting : particulars[slug];
  return {
    type: 'object',
    description: `The problem \`${slug}\` (RFC 9457).`,
    properties: {
      ...shared,
      // Begins with `^`: openapi-generator takes one that begins with `/` for a regular expression with flags behind it.
      type: { ...shared.type, pattern: `^https?://.+/problems/${slug}$` },
      status: { description: shared.status.description, type: 'integer', const: status },
      code: { description: shared.code.description, type: 'integer', const: code },
      i18n_key: { description: shared.i18n_key.description, type: 'string', const: i18nKey },
      ...own,
      ...options[slug],
    },
    required: [...required, ...Object.keys(own ?? {})],
  };
}

const ref = (slug: ProblemSlug) => `#/components/schemas/${schemaName(slug)}`;

/** Any of these problems. */
export const oneOfProblems = (slugs: readonly ProblemSlug[]) => {
  const [only, ...others] = slugs;
  if (only !== undefined && others.length === 0) return { $ref: ref(only) };
  return {
    oneOf: slugs.map((slug) => ({ $ref: ref(slug) })),
    discriminator: {
      propertyName: 'i18n_key',
      mapping: Object.fromEntries(slugs.map((slug) => [problems[slug].i18nKey, ref(slug)])),
    },
  };
};

const slugs = Object.keys(problems) as ProblemSlug[];

export const problemSchemas = {
  FieldViolation: violation,
  ...Object.fromEntries(slugs.map((slug) => [schemaName(slug), problemSchemaOf(slug)])),
};
