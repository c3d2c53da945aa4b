import { parseObject } from '../../lib/settings/json.ts';
import type { Read } from '../../lib/settings/values.ts';

type Tags = Readonly<Record<string, string>>;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html */
export const readTags: Read<Tags> = (text) => {
  const parsed = parseObject(text);
  return 'object' in parsed && areTags(parsed.object)
    ? { value: parsed.object }
    : { expected: 'an object of texts, such as {"team": "identity"}' };
};

const areTags = (object: Readonly<Record<string, unknown>>): object is Tags =>
  Object.entries(object).every(
    ([key, value]) => /^(?!aws:).{1,128}$/.test(key) && typeof value === 'string' && value.length <= 256,
  );
