import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, createMemoryLedger, type Ledger } from '@helpcrunch-customer-kit/core';
import { identityOf, type LedgerAccount } from '../ledger/account.ts';
import { makePrivateFolder } from '../ledger/durable-files.ts';
import { createFileLedger, type FileLedger } from '../ledger/file-ledger.ts';
import { ledgerContext } from '../ledger/ledger-context.ts';
import { withLock } from '../ledger/lock.ts';
import { ensureSalt } from '../ledger/salt.ts';
import { systemStateFolder } from '../state-folder.ts';
import type { Account } from './live-account.ts';

interface LedgersOptions {
  readonly process: Pick<NodeJS.Process, 'platform' | 'env'>;
  /** Takes API keys out of what is kept. */
  readonly hide: (text: string) => string;
  /** Nothing is remembered for longer than this process lives. */
  readonly noLedger: boolean;
  /** A person decided to go on with a lost salt, unreadable lines, or the lock of another machine. */
  readonly takeOver: boolean;
}

/** The ledger of each account, the same for as long as this process lives. */
export interface Ledgers {
  /** One on disk also knows which of its entries are of this account. */
  of(account: Account): Ledger & Partial<Pick<FileLedger, 'isOwn'>>;
  /** Waits for the tidying that goes on after a create. */
  idle(): Promise<void>;
}

/** Live accounts have theirs on disk; the sandbox inside this process ends with it, and so does its ledger. */
export function createLedgers({ process, hide, noLedger, takeOver }: LedgersOptions): Ledgers {
  const inMemory = new Map<string, Ledger>();
  const onDisk = new Map<Connection, FileLedger>();
  return {
    of({ kind, host = '', ledgerAccount, connection }) {
      if (noLedger || !ledgerAccount) {
        const id = `${kind} ${host}`;
        const ledger = inMemory.get(id) ?? createMemoryLedger();
        inMemory.set(id, ledger);
        return ledger;
      }
      const ledger =
        onDisk.get(connection) ??
        createFileLedger({ folder: systemStateFolder(process), account: ledgerAccount, hide, takeOver });
      onDisk.set(connection, ledger);
      return ledger;
    },
    async idle() {
      await Promise.all([...onDisk.values()].map((ledger) => ledger.idle()));
    },
  };
}

export interface ImportFolderOptions {
  readonly process: Pick<NodeJS.Process, 'platform' | 'env'>;
  /** A person decided to go on with the lock of another machine, or a lost salt. */
  readonly takeOver: boolean;
  /**
   * Which folder the import uses: the first is the account's own, others were used with the same API key. `sender` stands
   * for that key, at that host.
   */
  readonly choose?: (folders: readonly [string, ...string[]], sender: string) => Promise<string>;
}

/** How long a second import to the same account waits for the first, in milliseconds. */
const lockWait = { alive: 2000, unknown: 2000 };

/**
 * Runs one import at a time to an account, and gives it the folder that remembers what was sent there. Single creates go
 * on meanwhile. An account that is stored in the terminal and in an editor has a folder for each, which know each other by
 * the API key: an import holds them all, and goes on in the one that it chooses.
 *
 * @throws LedgerError when another import holds the account, or the folder cannot be used.
 */
export async function withImportFolder<Result>(
  account: LedgerAccount,
  { process, takeOver, choose = async ([own]) => own }: ImportFolderOptions,
  act: (folder: string, sender: string) => Promise<Result>,
): Promise<Result> {
  const state = systemStateFolder(process);
  const context = { ...ledgerContext({ folder: state, takeOver, lockWait }), isImport: true };
  const salt = await ensureSalt(context, context.ledgers);
  // Names differ by more than case, on every file system.
  const nameOf = (name: string) => Buffer.from(`${account.kind} ${name}`).toString('hex');
  const { id, host } = account.kind === 'live' ? account : {};
  const sender = nameOf(identityOf(account.kind === 'live' ? { ...account, id: undefined } : account, salt));
  // A stored account keeps its ID when its base URL changes: what was sent to one host says nothing about another.
  const name = id === undefined ? sender : nameOf(`${host} ${id}`);
  const imports = join(state, 'imports');
  const own = join(imports, name);
  await makePrivateFolder(context.files, own);
  const mark = `key-${sender}`;
  // Of two that begin at once, the one that reads the folders later sees the other.
  await writeFile(join(own, mark), '', { mode: 0o600 });
  const others = (await allImportFolders(process)).filter(
    (folder) => folder !== own && (folder === join(imports, sender) || existsSync(join(folder, mark))),
  );
  const folders = [own, ...others] as const;
  // In one order, so that two programs never wait for each other.
  const locked = folders.toSorted().reduceRight<() => Promise<Result>>(
    (next, folder) => () => withLock(join(folder, 'lock'), context, next),
    async () => act(await choose(folders, sender), sender),
  );
  return locked();
}

/** The folders of all accounts that something was imported into. */
export async function allImportFolders(process: ImportFolderOptions['process']): Promise<readonly string[]> {
  const folder = join(systemStateFolder(process), 'imports');
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}
