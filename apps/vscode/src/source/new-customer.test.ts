import { planCustomer, readCustomerText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { customerSnippet } from './new-customer.ts';

test('customerSnippet: has a tab stop for each value, and can be sent unchanged, without an issue', () => {
  const snippet = customerSnippet('2f1c');
  expect(snippet.match(/\$\{\d/g)).toEqual([1, 2, 3].map((stop) => `\x24{${stop}`));
  const text = snippet.replaceAll(/\$\{\d:([^}]*)\}/g, '$1').replace('$0', '');
  const plan = planCustomer(readCustomerText(text), { now: Date.UTC(2026, 0, 1) });
  expect(plan).toMatchObject({ isReady: true, issues: [], request: { userId: '2f1c' } });
  expect(Object.keys(plan.request)).toEqual(['name', 'email', 'userId']);
});
