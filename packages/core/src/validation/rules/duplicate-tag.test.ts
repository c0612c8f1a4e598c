import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('each later tag of the same name is advice that names the first', () => {
  const tags = [{ name: 'vip' }, { name: 'beta' }, { name: ' vip ' }, { name: 'vip' }];
  expect(judge({ name: 'Ada', tags })).toEqual([
    { code: 'duplicate-tag', severity: 'advice', path: '/tags/2', name: 'vip', firstPath: '/tags/0' },
    { code: 'duplicate-tag', severity: 'advice', path: '/tags/3', name: 'vip', firstPath: '/tags/0' },
  ]);
});

test('names in other capitals are other tags', () => {
  expect(codesOf({ name: 'Ada', tags: [{ name: 'vip' }, { name: 'VIP' }] })).toEqual([]);
});
