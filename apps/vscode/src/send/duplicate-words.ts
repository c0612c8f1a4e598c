import { customerId, customerName, type Duplicates, duplicateCustomers } from '@helpcrunch-customer-kit/core';

/** Who has the same email already, in one sentence; `undefined` when nobody has. */
export function duplicateWords(before: Duplicates): string | undefined {
  const customers = duplicateCustomers(before);
  const [first] = customers;
  if (!first) return undefined;
  const id = customerId(first);
  const named = `${customerName(first)}${id === undefined ? '' : ` (id ${id})`}`;
  const others = customers.length === 1 ? '' : ` and ${customers.length - 1} more`;
  return `The email belongs to ${named}${others} already. Creating would make a second customer with it.`;
}
