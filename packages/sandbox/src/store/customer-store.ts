import { blankCustomer } from './blank-customer.ts';
import type { StoredCustomer, StoredCustomerInit } from './stored-customer.ts';
import { type AskedTag, createTagColors } from './tag-colors.ts';

/** A customer about to be stored: checked, its tags as they were asked for. */
export type NewCustomer = Omit<StoredCustomerInit, 'id' | 'tags'> & { readonly tags?: readonly AskedTag[] };

/** All customers of the account, in the order of their creation. Knows no HTTP. */
export interface CustomerStore {
  /** One list for the life of the store: it grows and is emptied in place. */
  readonly all: readonly StoredCustomer[];
  add(customer: NewCustomer): StoredCustomer;
  findById(id: number): StoredCustomer | undefined;
  /** Ids of a CRM are unique in the account. Source: documented. */
  hasUserId(userId: string): boolean;
  /** Back to the customers it began with. */
  reset(): void;
}

export function createCustomerStore(seeds: readonly StoredCustomerInit[]): CustomerStore {
  const all: StoredCustomer[] = [];
  const tagColors = createTagColors();

  function store(id: number, customer: NewCustomer): StoredCustomer {
    const stored = { id, ...blankCustomer, ...customer, tags: tagColors.settle(customer.tags ?? []) };
    all.push(stored);
    return stored;
  }

  function nextId(): number {
    return all.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
  }

  function reset(): void {
    all.length = 0;
    tagColors.clear();
    for (const { id = nextId(), ...customer } of seeds) {
      store(id, customer);
    }
  }

  reset();
  return {
    all,
    add: (customer) => store(nextId(), customer),
    findById: (id) => all.find((customer) => customer.id === id),
    hasUserId: (userId) => all.some((customer) => customer.userId === userId),
    reset,
  };
}
