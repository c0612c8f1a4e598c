import type { StoredCustomer } from '@helpcrunch-customer-kit/sandbox';

/** What really happened, by the sandbox's own store and by what arrived on the sockets. */
export interface Truth {
  /** Creates of the caller that began to arrive. */
  readonly creates: number;
  /** Customers that came of them. */
  readonly made: readonly StoredCustomer[];
  /** The front, not the caller, handed a create over more than once. */
  readonly frontRepeated: boolean;
  /** Requests that arrived at another host. */
  readonly elsewhere: number;
  /** Of these, those with an Authorization header. */
  readonly keysElsewhere: number;
}
