import { expect, test } from 'vitest';
import { customerPlaces, findCustomers } from './find-customers.ts';

const ada = { name: 'Ada Lovelace' };

test('one customer is found where it is', () => {
  expect(findCustomers(ada)).toEqual([{ path: '', value: ada }]);
});

test('tags and custom data of a customer are no customers', () => {
  const customer = { email: 'ada@example.com', tags: [{ name: 'vip' }], customData: { name: 'x' } };
  expect(findCustomers(customer).map(({ path }) => path)).toEqual(['']);
});

test('the customers of a list are found, however they are wrapped', () => {
  expect(findCustomers([ada, ada]).map(({ path }) => path)).toEqual(['/0', '/1']);
  expect(findCustomers({ data: [ada], total: 1 }).map(({ path }) => path)).toEqual(['/data/0']);
  expect(findCustomers({ 'a/b': ada }).map(({ path }) => path)).toEqual(['/a~1b']);
});

test('in a list of objects without a known field each object counts', () => {
  expect(findCustomers([{ nmae: 'Ada' }, 1]).map(({ path }) => path)).toEqual(['/0']);
});

test('nothing is found where no customer is', () => {
  expect(findCustomers({ version: 1 })).toEqual([]);
  expect(findCustomers('Ada')).toEqual([]);
});

test('the depths of other JSON are not searched', () => {
  expect(findCustomers({ a: { b: { c: { d: { e: ada } } } } })).toEqual([]);
});
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
