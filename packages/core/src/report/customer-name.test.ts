import { expect, test } from 'vitest';
import { customerName, foundCustomerName } from './names.ts';

test.each<[object, string]>([
  [{ name: 'Ada', email: 'a@b.cd' }, '"Ada"'],
  [{ name: ' ', email: 'a@b.cd' }, '"a@b.cd"'],
  [{ name: null, email: null, userId: 'u-1' }, '"u-1"'],
  [{ name: 5 }, 'a customer without a name'],
  [{}, 'a customer without a name'],
])('%j is called %s', (customer, name) => {
  expect(customerName({ ...customer })).toBe(name);
});

test('a customer found by user ID or email is not named by that value', () => {
  const found = { id: 3, email: 'a@b.cd', userId: 'u-1' };
  expect(foundCustomerName(found, 'userId')).toBe('"a@b.cd" (ID 3)');
  expect(foundCustomerName(found, 'email')).toBe('a customer without a name (ID 3)');
  expect(foundCustomerName({ ...found, name: 'Ada' }, 'email')).toBe('"Ada" (ID 3)');
  expect(foundCustomerName({ userId: 'u-1' }, 'userId')).toBe('a customer without a name');
});
