import { isJsonObject } from '@helpcrunch-customer-kit/core';
import type { Disposable, Memento, SecretStorage } from 'vscode';

/** A live account as the editor's secret storage keeps it, with its key. */
export interface StoredAccount {
  readonly id: string;
  readonly label: string;
  /** The key is never sent to another address. */
  readonly baseUrl: string;
  readonly key: string;
}

const version = 1;

/** All accounts as one secret, so that none is stored in part. */
export function sealAccounts(accounts: readonly StoredAccount[]): string {
  return JSON.stringify({ version, accounts });
}

/** `undefined` for a secret that this version cannot read, which must not be overwritten. */
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

const secretName = 'helpcrunch.accounts';
const activeName = 'helpcrunch.activeAccount';

/** `not-kept`: the editor did not return the secret. `unreadable`: a later version wrote it. */
export type SaveResult = 'saved' | 'not-kept' | 'unreadable';

export interface AccountStore {
  /** Called after the accounts or the one in use changed, in another window too. */
  onDidChange(listener: () => void): Disposable;
  list(): Promise<readonly StoredAccount[]>;
  save(change: (accounts: readonly StoredAccount[]) => readonly StoredAccount[]): Promise<SaveResult>;
  /** The live account this workspace uses; `undefined` for the sandbox. */
  active(): Promise<StoredAccount | undefined>;
  activate(id: string | undefined): Promise<void>;
}

/** Live accounts: keys in secret storage only, the one in use in the workspace's state. */
export function createAccountStore(secrets: SecretStorage, state: Memento): AccountStore {
  const listeners = new Set<() => void>();
  function changed(): void {
    for (const listener of listeners) listener();
  }
  async function read(): Promise<StoredAccount[] | undefined> {
    return openAccounts(await secrets.get(secretName));
  }
  async function list(): Promise<readonly StoredAccount[]> {
    return (await read()) ?? [];
  }
  return {
    onDidChange(listener) {
      listeners.add(listener);
      const elsewhere = secrets.onDidChange(listener);
      return {
        dispose() {
          listeners.delete(listener);
          elsewhere.dispose();
        },
      };
    },
    list,
    async save(change) {
      const accounts = await read();
      if (!accounts) return 'unreadable';
      const sealed = sealAccounts(change(accounts));
      await secrets.store(secretName, sealed);
      // Without a keyring, some systems keep nothing and report no error.
      return (await secrets.get(secretName)) === sealed ? 'saved' : 'not-kept';
    },
    async active() {
      const id = state.get<string>(activeName);
      return id === undefined ? undefined : (await list()).find((account) => account.id === id);
    },
    async activate(id) {
      await state.update(activeName, id);
      changed();
    },
  };
}
