import type { AccountKind, Connection } from '@helpcrunch-customer-kit/core';
import type { LedgerAccount } from '@helpcrunch-customer-kit/local/ledger';

/** Where a customer goes. */
export interface Account {
  readonly kind: AccountKind;
  readonly label: string;
  /** The host that is spoken to; the sandbox inside this window has none. */
  readonly host: string | undefined;
  /** What tells this account from every other one, for the guard against sending twice. */
  readonly identity: string;
  /** Whose ledger on disk remembers it; the sandbox of this window has none. */
  readonly ledgerAccount?: LedgerAccount;
  readonly connection: Connection;
}

export const sandboxLabel = 'Sandbox';
