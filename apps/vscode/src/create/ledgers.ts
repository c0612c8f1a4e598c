import { createMemoryLedger } from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/accounts.ts';
import type { OpenLedger, OwnLedger } from '../entry/contract.ts';

/** The ledger of each account, the same one while the window is open. */
export interface Ledgers {
  of(account: Pick<Account, 'identity' | 'ledgerAccount'>): Promise<OwnLedger>;
}

/**
 * Live accounts have theirs on disk, shared with other windows and the terminal. In a browser, and for the sandbox inside
 * the window, a ledger lasts as long as the window. `hide` removes API keys from what is kept.
 */
export function createLedgers(openLedger: OpenLedger | undefined, hide: (text: string) => string): Ledgers {
  const ledgers = new Map<string, Promise<OwnLedger>>();

  async function open({ ledgerAccount }: Pick<Account, 'ledgerAccount'>): Promise<OwnLedger> {
    return openLedger && ledgerAccount ? openLedger({ account: ledgerAccount, hide }) : createMemoryLedger();
  }

  return {
    of(account) {
      const { identity } = account;
      // Kept before it is open, so that two creates at the same time share it.
      const ledger = ledgers.get(identity) ?? open(account);
      ledgers.set(identity, ledger);
      return ledger;
    },
  };
}
