import { planCustomer, readCustomerText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { customerTemplate } from './new-customer.ts';

test('a new customer file can be sent as it is, without a finding', () => {
  const plan = planCustomer(readCustomerText(customerTemplate()), { now: Date.UTC(2026, 0, 1) });
  expect(plan).toMatchObject({ isReady: true, issues: [] });
});
