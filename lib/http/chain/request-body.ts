import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Invalid, Violation } from '../../core/violation.ts';

/** The body without `null` and `""`, which Go structs and web forms send for an empty field. */
export const present = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== ''))
    : {};

/** The violations of several readings. */
export const violationsIn = (...readings: readonly (object | Invalid)[]): readonly Violation[] =>
  readings.flatMap((reading) => (isInvalid(reading) ? reading.violations : []));

const isInvalid = (reading: object): reading is Invalid => 'violations' in reading;

/** Every violation of the body, each with the field that it concerns. */
export function violationsOf(
  validate: ValidateFunction,
  body: Readonly<Record<string, unknown>>,
): readonly Violation[] {
  if (validate(body)) return [];
  return (validate.errors ?? []).flatMap((error) => violations(error, body));
}

function violations(
  { keyword, instancePath, schemaPath, params }: ErrorObject,
  body: Readonly<Record<string, unknown>>,
): Violation[] {
  const field = instancePath.slice(1);
  switch (keyword) {
    case 'type':
      return [{ field, code: 'type', value: body[field] }];
    case 'pattern':
      return [{ field, code: 'format', value: body[field] }];
    case 'required':
      // Inside the alternatives it repeats what `oneOf` says.
      return schemaPath === '#/required' ? [{ field: params.missingProperty, code: 'required' }] : [];
    case 'maxLength':
      return [{ field, code: 'range', value: body[field] }];
    case 'oneOf':
      // Two matching alternatives: both addresses were given. None: neither was.
      return ['email', 'phone'].map((field) =>
        params.passingSchemas ? { field, code: 'conflict', value: body[field] } : { field, code: 'required' },
      );
    default:
      return [];
  }
}
