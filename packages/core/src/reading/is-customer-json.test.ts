import { expect, test } from 'vitest';
import { isCustomerJson } from './is-customer-json.ts';

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
