import { createMemoryLedger, type Ledger } from '@helpcrunch-customer-kit/core';
import type { Account } from './account.ts';

/** The ledger of each account, the same for as long as this process lives. */
export function createLedgers(): (account: Pick<Account, 'kind' | 'host'>) => Ledger {
  const ledgers = new Map<string, Ledger>();
  return ({ kind, host = '' }) => {
    const id = `${kind} ${host}`;
    const ledger = ledgers.get(id) ?? createMemoryLedger();
    ledgers.set(id, ledger);
    return ledger;
  };
}
