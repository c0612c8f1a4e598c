import { createMemoryLedger, type Ledger } from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/account.ts';

/** The ledger of each account. */
export interface Ledgers {
  of(account: Pick<Account, 'identity'>): Ledger;
}

/** Ledgers that last as long as the window. */
export function createMemoryLedgers(): Ledgers {
  const ledgers = new Map<string, Ledger>();
  return {
    of({ identity }) {
      const ledger = ledgers.get(identity) ?? createMemoryLedger();
      ledgers.set(identity, ledger);
      return ledger;
    },
  };
}
