import { expect, test } from 'vitest';
import { customerName } from './customer-name.ts';

test.each<[object, string]>([
  [{ name: 'Ada', email: 'a@b.cd' }, '"Ada"'],
  [{ name: ' ', email: 'a@b.cd' }, '"a@b.cd"'],
  [{ name: null, email: null, userId: 'u-1' }, '"u-1"'],
  [{ name: 5 }, 'a customer without a name'],
  [{}, 'a customer without a name'],
])('%j is called %s', (customer, name) => {
  expect(customerName({ ...customer })).toBe(name);
});
