import { isJsonObject } from '@helpcrunch-customer-kit/core';

/** A live account as it is kept in the editor's secret storage, the key included. */
export interface StoredAccount {
  readonly id: string;
  readonly label: string;
  /** The key is for this address and is never sent to another. */
  readonly baseUrl: string;
  readonly key: string;
}

const version = 1;

/** All accounts as one secret, so that none is ever half stored. */
export function sealAccounts(accounts: readonly StoredAccount[]): string {
  return JSON.stringify({ version, accounts });
}

/** Reads the secret back. `undefined` for one that this version cannot read, which must not be written over. */
export function openAccounts(sealed: string | undefined): StoredAccount[] | undefined {
  if (sealed === undefined) return [];
  const envelope = parse(sealed);
  if (!isJsonObject(envelope) || envelope['version'] !== version) return undefined;
  const accounts: unknown = envelope['accounts'];
  return Array.isArray(accounts) && accounts.every(isStoredAccount) ? accounts : undefined;
}

function isStoredAccount(value: unknown): value is StoredAccount {
  return (
    isJsonObject(value) && ['id', 'label', 'baseUrl', 'key'].every((key) => typeof value[key] === 'string')
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
