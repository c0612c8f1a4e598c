import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('neither name nor email nor userId is advice', () => {
  expect(judge({ phone: '+10233456781', name: ' ' })).toEqual([
    { code: 'no-identity', severity: 'advice', path: '' },
  ]);
});

test.each([{ name: 'Ada' }, { email: 'ada@example.com' }, { userId: '1' }])(
  '%j alone is enough',
  (identity) => {
    expect(codesOf({ phone: '+10233456781', ...identity })).toEqual([]);
  },
);
