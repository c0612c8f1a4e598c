import type { ListedCustomer } from './listed-customer.ts';

/** Customers in a list whose text was there already; `first` counts from 0, as `index` does. */
export function* repeated(
  customers: readonly ListedCustomer[],
  textOf: (customer: ListedCustomer) => string | undefined,
): Generator<{ readonly index: number; readonly first: number }> {
  const firsts = new Map<string, number>();
  for (const [index, customer] of customers.entries()) {
    const text = textOf(customer);
    if (!text) continue;
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, index);
    else yield { index, first };
  }
}
