import { expect, test } from 'vitest';
import { customerFields } from '../customer/fields.ts';
import { customerTableFormat, isCustomerJson, mayHoldCustomer } from './is-customer-json.ts';

const schema = '"$schema": "helpcrunch://schemas/customer.json"';

test.each([
  ['/a/ada.customer.json', ''],
  ['/a/all.customers.jsonc', '[]'],
  ['file:///a/ADA.CUSTOMER.JSON', 'no JSON'],
  ['/a/b.json', `{ ${schema} }`],
  ['/a/b.json', `\uFEFF// Ours\n{ "name": "Ada", "tags": [{ "name": "vip" }], ${schema},`],
  ['/a/b.json', `{ "name": "$schema", ${schema}`],
])('%s with %s is customer JSON', (path, text) => {
  expect(isCustomerJson(path, text)).toBe(true);
});

test.each([
  ['/a/customer.json', '{}'],
  ['/a/all.customers.jsonl', `{ ${schema} }`],
  ['/a/ada.customer.json.bak', '{}'],
  ['/a/package.json', '{"name": "helpcrunch"}'],
  ['/a/b.json', '{"$schema": "https://json.schemastore.org/package"}'],
  ['/a/b.json', '{"$schema": "helpcrunch://schemas/customer.json/v2"}'],
  ['/a/b.json', '{"$schema": "https://example.com", "docs": "helpcrunch://schemas/customer.json"}'],
  ['/a/b.json', `{"sample": { ${schema} }}`],
  ['/a/b.json', `[{ ${schema} }]`],
  ['/a/b.json', `// ${schema}\n{}`],
  ['/a/b.json', '"$schema helpcrunch://schemas/customer.json"'],
])('%s with %s is none', (path, text) => {
  expect(isCustomerJson(path, text)).toBe(false);
});

test.each([
  '{"name": "Ada", "email": "ada@example.com"}',
  '// A note\n[{ "name": "Ada" }, { "userId": 7 }]',
  '{"name": "Ada", "tags": [{"name": "email"}], "customData": {"plan": "pro"}',
  `{"email": "ada@example.com", "notes": "${'x'.repeat(20_000)}"}`,
])('mayHoldCustomer: true for %.40s', (text) => {
  expect(mayHoldCustomer(text)).toBe(true);
});

test.each([
  '{"name": "kit", "author": {"name": "Ada", "email": "ada@example.com"}}',
  '{"version": 1}',
  '{"name": "email"}',
  '[["email"]]',
  '"email"',
  '',
])('mayHoldCustomer: false for %s', (text) => {
  expect(mayHoldCustomer(text)).toBe(false);
});

test('mayHoldCustomer: goes by the fields that tell a customer from other JSON', () => {
  const found = customerFields.filter(({ key }) => mayHoldCustomer(`{"${key}": 1}`));
  expect(found).toEqual(customerFields.filter((field) => 'isTelling' in field));
});

test.each([
  ['file:///a/all.customers.csv', 'csv'],
  ['/a/ALL.CUSTOMERS.TSV', 'tsv'],
  ['all.customers.jsonl', 'jsonl'],
  ['all.customers.failed.csv', 'csv'],
  ['all.customers.pending-2.jsonl', 'jsonl'],
  ['all.customers.created.csv', undefined],
  ['customers.csv', undefined],
  ['all.customer.csv', undefined],
  ['all.customers.csv.bak', undefined],
  ['all.customers.json', undefined],
])('%s is a table of customers: %s', (path, format) => {
  expect(customerTableFormat(path)).toBe(format);
});
