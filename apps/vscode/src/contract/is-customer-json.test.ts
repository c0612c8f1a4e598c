import { expect, test } from 'vitest';
import { isCustomerJson } from './is-customer-json.ts';

test.each([
  ['/a/ada.customer.json', ''],
  ['/a/all.customers.jsonc', ''],
  ['/a/b.json', '{ "$schema": "helpcrunch://schemas/customer.json" }'],
])('%s is customer JSON', (path, text) => {
  expect(isCustomerJson(path, text)).toBe(true);
});

test.each([
  ['/a/customer.json', '{}'],
  ['/a/package.json', '{"name": "helpcrunch"}'],
  ['/a/b.json', '{"$schema": "https://json.schemastore.org/package"}'],
])('%s is none', (path, text) => {
  expect(isCustomerJson(path, text)).toBe(false);
});
