import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test.each([{}, { name: ' ' }, { color: 'red' }, { name: null }])('%j is an error', (tag) => {
  expect(judge({ name: 'Ada', tags: [{ name: 'vip' }, tag] })).toEqual([
    { code: 'tag-without-name', severity: 'error', path: '/tags/1/name' },
  ]);
});

test('a tag with a name alone passes', () => {
  expect(codesOf({ name: 'Ada', tags: [{ name: 'vip' }] })).toEqual([]);
});
