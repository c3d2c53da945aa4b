import * as a from '../../lib/settings/values.ts';

/** The ARN of anything in a service. */
export const arnOf = (service: string): a.Read<string> =>
  a.matching(new RegExp(`^arn:[\\w-]+:${service}:.+`), `an ARN of ${service}`);

/** With the characters that Secrets Manager adds: a permission for the ARN without them would allow nothing. */
export const secretArn: a.Read<string> = a.matching(
  /^arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:[\w/+=.@-]+-[A-Za-z\d]{6}$/,
  'the whole ARN of a secret, with the hyphen and six characters that Secrets Manager added at its end',
);

/** Not an alias: log groups take none, and permissions for an alias do not hold for its key. */
export const keyArn: a.Read<string> = a.matching(
  /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/,
  'the ARN of a key in KMS, not of an alias',
);

export const tableName: a.Read<string> = a.matching(
  /^[\w.-]{3,255}$/,
  'the name of a table, not its ARN: 3 to 255 letters, digits, dots, hyphens and underscores',
);

const regionName = /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;

export const region: a.Read<string> = a.matching(regionName, 'a region such as eu-west-1');

/** `eu-central-1, us-east-1`, each once. */
export const regions: a.Read<readonly string[]> = (text) => {
  const value = text.split(/[\s,]+/).filter((word) => word !== '');
  const valid = value.every((name) => regionName.test(name));
  return valid && value.length > 0 && new Set(value).size === value.length
    ? { value }
    : { expected: 'regions such as "eu-central-1 us-east-1", each once' };
};

export const zoneId: a.Read<string> = a.matching(/^Z[A-Z\d]+$/, 'the id of a hosted zone, such as Z0123456789');
