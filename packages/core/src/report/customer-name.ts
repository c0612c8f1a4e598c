import { customerId } from '../create/duplicate-check.ts';
import { oneLine, quote } from '../customer/format.ts';
import type { JsonObject } from '../customer/json.ts';

/** How a customer is told from others in a sentence: by the first of name, email and userId that it has. */
export function customerName(customer: JsonObject): string {
  for (const key of ['name', 'email', 'userId']) {
    const text = customer[key];
    if (typeof text === 'string' && text.trim() !== '') return quote(text);
  }
  return 'a customer without a name';
}

/** A customer found by a userId or an e-mail, which need not be said again: by name, or e-mail, and HelpCrunch's id. */
export function foundCustomerName(customer: JsonObject, foundBy: 'userId' | 'email'): string {
  const { userId: _known, email, ...others } = customer;
  const id = customerId(customer);
  const name = customerName(foundBy === 'email' ? others : { ...others, email: email ?? null });
  return `${name}${id === undefined ? '' : ` (id ${oneLine(id, 40)})`}`;
}
