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

/** One change of the store, enough to repeat it. */
export type StoreChange =
  | { readonly type: 'created'; readonly customer: StoredCustomer }
  | { readonly type: 'deleted'; readonly id: number }
  | { readonly type: 'reset' };

/** Fields with an index, so that a search by them does not slow down with the number of customers. */
export type IndexedField = 'userId' | 'email';

/** All customers of the account, in order of creation. Knows no HTTP. */
export interface CustomerStore {
  /** The same array for the life of the store: it grows and is emptied in place. */
  readonly all: readonly StoredCustomer[];
  add(customer: NewCustomer): StoredCustomer;
  /** False if the customer does not exist. */
  remove(id: number): boolean;
  findById(id: number): StoredCustomer | undefined;
  findBy(field: IndexedField, value: string): readonly StoredCustomer[];
  /** When a customer was created, in milliseconds since 1970; undefined for an initial or loaded one. */
  createdAt(id: number): number | undefined;
  /** Restores the initial customers. */
  reset(): void;
}

interface StoreOptions {
  readonly initial: readonly StoredCustomerInit[];
  /** Changes of an earlier run, repeated without `onChange`. */
  readonly saved: readonly StoreChange[];
  readonly now: () => number;
  readonly onChange: (change: StoreChange) => void;
}

export function createCustomerStore({ initial, saved, now, onChange }: StoreOptions): CustomerStore {
  const all: StoredCustomer[] = [];
  const byId = new Map<number, StoredCustomer>();
  const indexes = { userId: createIndex('userId'), email: createIndex('email') };
  const creationTimes = new Map<number, number>();
  /** By name, case-sensitive. */
  const tagColors = new Map<string, string>();
  let lastId = 0;

  function store(id: number, { tags = [], ...customer }: NewCustomer): StoredCustomer {
    const stored = { id, ...blankCustomer, ...customer, tags: storeTags(tags) };
    all.push(stored);
    byId.set(id, stored);
    indexes.userId.add(stored);
    indexes.email.add(stored);
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

  function remove(id: number): boolean {
    const customer = byId.get(id);
    if (customer === undefined) {
      return false;
    }
    all.splice(all.indexOf(customer), 1);
    byId.delete(id);
    indexes.userId.remove(customer);
    indexes.email.remove(customer);
    return true;
  }

  function reset(): void {
    all.length = 0;
    byId.clear();
    indexes.userId.clear();
    indexes.email.clear();
    creationTimes.clear();
    tagColors.clear();
    lastId = 0;
    for (const { id = lastId + 1, ...customer } of initial) {
      store(id, customer);
    }
  }

  function repeat(change: StoreChange): void {
    switch (change.type) {
      case 'created':
        store(change.customer.id, change.customer);
        break;
      case 'deleted':
        remove(change.id);
        break;
      case 'reset':
        reset();
        break;
      default: {
        const unreachable: never = change;
        throw new Error(`unknown change: ${JSON.stringify(unreachable)}`);
      }
    }
  }

  reset();
  for (const change of saved) {
    repeat(change);
  }
  return {
    all,
    add(customer) {
      const stored = store(lastId + 1, customer);
      creationTimes.set(stored.id, now());
      onChange({ type: 'created', customer: stored });
      return stored;
    },
    remove(id) {
      const isRemoved = remove(id);
      if (isRemoved) {
        onChange({ type: 'deleted', id });
      }
      return isRemoved;
    },
    findById: (id) => byId.get(id),
    findBy: (field, value) => indexes[field].find(value),
    createdAt: (id) => creationTimes.get(id),
    reset() {
      reset();
      onChange({ type: 'reset' });
    },
  };
}

function createIndex(field: IndexedField) {
  const customers = new Map<string, StoredCustomer[]>();
  return {
    add(customer: StoredCustomer): void {
      const value = customer[field];
      if (value === null) {
        return;
      }
      const found = customers.get(value);
      if (found === undefined) {
        customers.set(value, [customer]);
      } else {
        found.push(customer);
      }
    },
    remove(customer: StoredCustomer): void {
      const value = customer[field];
      if (value !== null) {
        const others = (customers.get(value) ?? []).filter((other) => other !== customer);
        customers.set(value, others);
      }
    },
    find: (value: string): readonly StoredCustomer[] => customers.get(value) ?? [],
    clear: () => customers.clear(),
  };
}
