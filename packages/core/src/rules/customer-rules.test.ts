import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';

test.each([{}, { name: ' ' }, { tags: [], customData: {} }, { $schema: 'x' }])(
  '%j is nothing to send',
  (customer) => {
    expect(validate(customer)).toEqual([{ code: 'empty-customer', severity: 'error', path: '' }]);
  },
);

test('a single field is something to send', () => {
  expect(codesOf({ name: 'Ada' })).toEqual([]);
});

test('neither name nor email nor userId is advice', () => {
  expect(validate({ phone: '+10233456781', name: ' ' })).toEqual([
    { code: 'no-identity', severity: 'advice', path: '' },
  ]);
});

test.each([{ name: 'Ada' }, { email: 'ada@example.com' }, { userId: '1' }])(
  '%j alone is enough',
  (identity) => {
    expect(codesOf({ phone: '+10233456781', ...identity })).toEqual([]);
  },
);
