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
/** False while the file of the workspace has an older choice. */
const isInFileName = 'helpcrunch.activeAccountIsInFile';

/** A small file of the workspace, which is on disk when `write` resolves. */
export interface WorkspaceFile {
  /** Fails where nothing was written yet. */
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

/** `not-kept`: the editor did not return the secret. `unreadable`: a later version wrote it. */
export type SaveResult = 'saved' | 'not-kept' | 'unreadable';

export interface AccountStore extends Disposable {
  /** Called after the accounts or the one in use changed, in another window too. */
  onDidChange(listener: () => void): Disposable;
  list(): Promise<readonly StoredAccount[]>;
  save(change: (accounts: readonly StoredAccount[]) => readonly StoredAccount[]): Promise<SaveResult>;
  /** The live account this workspace uses; `undefined` for the sandbox. */
  active(): Promise<StoredAccount | undefined>;
  activate(id: string | undefined): Promise<void>;
}

/**
 * Live accounts: keys in secret storage only, the one in use in a file of the workspace. The editor writes the workspace's
 * state a moment later than it says, and a window that is reloaded at once loses that; it counts where there is no file.
 * The secret is read once and again after it changed, since reading it takes the editor long in a window that just opened.
 */
export function createAccountStore(
  secrets: SecretStorage,
  state: Memento,
  file?: WorkspaceFile,
): AccountStore {
  const listeners = new Set<() => void>();
  let reading: Promise<string | undefined> | undefined;
  async function readChoice(): Promise<string | undefined> {
    const inState = () => state.get<string>(activeName);
    if (!file || state.get(isInFileName) === false) return inState();
    return file.read().then((id) => id || undefined, inState);
  }
  function changed(): void {
    for (const listener of listeners) listener();
  }
  const elsewhere = secrets.onDidChange(({ key }) => {
    if (key !== secretName) return;
    reading = undefined;
    changed();
  });
  async function read(): Promise<StoredAccount[] | undefined> {
    reading ??= Promise.resolve(secrets.get(secretName));
    // A failure is not kept.
    reading.catch(() => {
      reading = undefined;
    });
    return openAccounts(await reading);
  }
  async function list(): Promise<readonly StoredAccount[]> {
    return (await read()) ?? [];
  }
  return {
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    list,
    async save(change) {
      // Another window may have saved a moment ago.
      reading = undefined;
      const accounts = await read();
      if (!accounts) return 'unreadable';
      const sealed = sealAccounts(change(accounts));
      await secrets.store(secretName, sealed);
      reading = undefined;
      // Without a keyring, some systems keep nothing and report no error.
      return (await secrets.get(secretName)) === sealed ? 'saved' : 'not-kept';
    },
    async active() {
      const id = await readChoice();
      return id === undefined ? undefined : (await list()).find((account) => account.id === id);
    },
    async activate(id) {
      const isInFile = await file?.write(id ?? '').then(
        () => true,
        () => false,
      );
      await state.update(activeName, id);
      await state.update(isInFileName, isInFile);
      changed();
    },
    dispose: () => elsewhere.dispose(),
  };
}
