import { describe, expect, test } from '@jest/globals';
import { constructPage } from '../../infra/tools/construct-page/page.ts';
import { readApi } from '../../infra/tools/construct-page/read-api.ts';
import { read } from './pages.ts';

const api = readApi();

describe('docs/reference/construct.md', () => {
  test('is what npm run construct:docs makes of the source today', () => {
    expect(read('docs/reference/construct.md')).toBe(constructPage(api));
  });

  test('says of everything what it means', () => {
    const silent = api.flatMap(({ name, meaning, members }) =>
      [{ name, meaning }, ...members.map((each) => ({ name: `${name}.${each.name}`, meaning: each.meaning }))].filter(
        (each) => each.meaning === '',
      ),
    );
    expect(silent).toEqual([]);
  });

  test('says of every optional prop what it is unless given', () => {
    const members = api.filter(({ kind }) => kind === 'interface').flatMap((each) => each.members);
    expect(members.filter((each) => each.isOptional !== (each.default !== undefined))).toEqual([]);
    expect(members.length).toBeGreaterThan(15);
  });
});
