import { blankCustomer, type StoredCustomer, type StoredCustomerInit, type StoredTag } from './customer.ts';

/** Source: documented. */
const defaultColor = '#c377e0';

/** A tag as the request has it; without a color it gets its current one, or the default. */
export interface RequestedTag {
  readonly name: string;
  readonly color: string | null;
}

/** A validated customer to store, its tags as the request has them. */
export type NewCustomer = Omit<StoredCustomerInit, 'id' | 'tags'> & {
  readonly tags?: readonly RequestedTag[];
};

/** All customers of the account, in order of creation. Knows no HTTP. */
export interface CustomerStore {
  /** The same array for the life of the store: it grows and is emptied in place. */
  readonly all: readonly StoredCustomer[];
  add(customer: NewCustomer): StoredCustomer;
  findById(id: number): StoredCustomer | undefined;
  /** A userId is unique in the account. Source: documented. */
  hasUserId(userId: string): boolean;
  /** Restores the initial customers. */
  reset(): void;
}

export function createCustomerStore(initial: readonly StoredCustomerInit[]): CustomerStore {
  const all: StoredCustomer[] = [];
  const byId = new Map<number, StoredCustomer>();
  const userIds = new Set<string>();
  /** By name, case-sensitive. */
  const tagColors = new Map<string, string>();
  let lastId = 0;

  function store(id: number, { tags = [], ...customer }: NewCustomer): StoredCustomer {
    const stored = { id, ...blankCustomer, ...customer, tags: storeTags(tags) };
    all.push(stored);
    byId.set(id, stored);
    if (stored.userId !== null) {
      userIds.add(stored.userId);
    }
    lastId = Math.max(lastId, id);
    return stored;
  }

  /**
   * Each name once; an unknown tag is created, a known one keeps its color.
   *
   * Source: documented, except for a known tag sent with another color (our choice).
   */
  function storeTags(requested: readonly RequestedTag[]): readonly StoredTag[] {
    for (const { name, color } of requested) {
      if (!tagColors.has(name)) {
        tagColors.set(name, color ?? defaultColor);
      }
    }
    const names = new Set(requested.map(({ name }) => name));
    return [...names].map((name) => ({ name, color: tagColors.get(name) ?? defaultColor }));
  }

  function reset(): void {
    all.length = 0;
    byId.clear();
    userIds.clear();
    tagColors.clear();
    lastId = 0;
    for (const { id = lastId + 1, ...customer } of initial) {
      store(id, customer);
    }
  }

  reset();
  return {
    all,
    add: (customer) => store(lastId + 1, customer),
    findById: (id) => byId.get(id),
    hasUserId: (userId) => userIds.has(userId),
    reset,
  };
}
