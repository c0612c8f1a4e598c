import { expect, test } from 'vitest';
import { customerPlaces } from './customer-places.ts';

test('an object is one customer', () => {
  expect(customerPlaces({ name: 'Ada' })).toEqual(['']);
});

test('each item of a list is a customer', () => {
  expect(customerPlaces([{ name: 'Ada' }, 'Grace'])).toEqual(['/0', '/1']);
});

test('the page that a search answers holds customers', () => {
  expect(customerPlaces({ data: [{ name: 'Ada' }], total: 1 })).toEqual(['/data/0']);
});

test('an empty list has none', () => {
  expect(customerPlaces([])).toEqual([]);
});
