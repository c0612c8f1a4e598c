import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test.each([{}, { name: ' ' }, { tags: [], customData: {} }, { $schema: 'x' }])(
  '%j is nothing to send',
  (customer) => {
    expect(judge(customer)).toEqual([{ code: 'empty-customer', severity: 'error', path: '' }]);
  },
);

test('a single field is something to send', () => {
  expect(codesOf({ name: 'Ada' })).toEqual([]);
});
