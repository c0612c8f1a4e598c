import type { StoredCustomer } from '../store/stored-customer.ts';
import { seconds } from './search-fields.ts';

/** What an order is made by: a text or a number, null for a customer that does not have it. */
export type SortKey = (customer: StoredCustomer) => string | number | null;

/** By `customers.firstSeen` and `customers.lastSeen` is documented; the others are our choice. */
export const sortKeys: ReadonlyMap<unknown, SortKey> = new Map<string, SortKey>([
  ['customers.id', ({ id }) => id],
  ['customers.name', ({ name }) => name],
  ['customers.email', ({ email }) => email],
  ['customers.firstSeen', ({ firstSeen }) => seconds(firstSeen)],
  ['customers.lastSeen', ({ lastSeen }) => seconds(lastSeen)],
]);

/** A sorted copy; customers without the key stand last in either direction: our choice. */
export function sortCustomers(
  customers: readonly StoredCustomer[],
  key: SortKey,
  descending: boolean,
): readonly StoredCustomer[] {
  return customers.toSorted((left, right) => {
    const [a, b] = [key(left), key(right)];
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null);
    }
    const order = Number(a > b) - Number(a < b);
    return descending ? -order : order;
  });
}
