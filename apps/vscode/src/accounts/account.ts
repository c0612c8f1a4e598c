import type { AccountKind, Connection } from '@helpcrunch-customer-kit/core';

/** Where a customer goes. */
export interface Account {
  readonly kind: AccountKind;
  readonly label: string;
  /** The host that is spoken to; the sandbox inside this window has none. */
  readonly host: string | undefined;
  /** What tells this account from every other one, for the guard against sending twice. */
  readonly identity: string;
  readonly connection: Connection;
}

export const sandboxLabel = 'Sandbox';
