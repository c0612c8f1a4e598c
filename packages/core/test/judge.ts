import { readCustomer } from '../src/validation/read-customer.ts';
import { type LocalIssue, validateCustomer } from '../src/validation/validate-customer.ts';

/** The clock of all tests that judge: 15 January 2026, noon in UTC. */
export const now = Date.UTC(2026, 0, 15, 12);

/** Everything the kit finds about a value that is meant as a customer. */
export function judge(customer: unknown): LocalIssue[] {
  return validateCustomer(readCustomer(customer), { now });
}

/** The codes of all that is found. */
export function codesOf(customer: unknown): string[] {
  return judge(customer).map(({ code }) => code);
}
