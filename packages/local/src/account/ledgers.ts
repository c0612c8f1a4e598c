import { type Connection, createMemoryLedger, type Ledger } from '@helpcrunch-customer-kit/core';
import { createFileLedger, type FileLedger } from '../ledger/file-ledger.ts';
import { systemStateFolder } from '../state-folder.ts';
import type { Account } from './live-account.ts';

export interface LedgersOptions {
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
  of(account: Account): Ledger;
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
