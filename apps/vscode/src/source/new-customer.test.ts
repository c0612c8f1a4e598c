import { planCustomer, readCustomerText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { customerTemplate } from './new-customer.ts';

test('customerTemplate: can be sent unchanged, without an issue', () => {
  const plan = planCustomer(readCustomerText(customerTemplate()), { now: Date.UTC(2026, 0, 1) });
  expect(plan).toMatchObject({ isReady: true, issues: [] });
});
