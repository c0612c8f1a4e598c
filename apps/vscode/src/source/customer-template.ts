import { customerFields } from '@helpcrunch-customer-kit/core';

/** A customer to start from: every field of the table with its example. */
export function customerTemplate(): string {
  const customer = Object.fromEntries(customerFields.map(({ key, example }) => [key, example]));
  return `${JSON.stringify(customer, null, 2)}\n`;
}
