import { readCustomer } from '../src/reading/read-customer.ts';
import type { Issue } from '../src/rules/rules.ts';
import { validateCustomer } from '../src/rules/validate-customer.ts';

/** The clock of tests: 15 January 2026, noon in UTC. */
export const now = Date.UTC(2026, 0, 15, 12);

/** All issues of a value read as a customer. */
export function validate(customer: unknown): Issue[] {
  return validateCustomer(readCustomer(customer), { now });
}

/** The codes of these issues. */
export function codesOf(customer: unknown): string[] {
  return validate(customer).map(({ code }) => code);
}
