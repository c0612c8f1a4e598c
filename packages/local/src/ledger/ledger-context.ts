import { join } from 'node:path';
import { type Files, systemFiles } from './durable-files.ts';
import { defaultLockWait, type LockContext } from './lock.ts';
import { type ProcessTable, systemProcesses } from './process-identity.ts';

/** Where the ledgers are, and what they depend on. */
export interface LedgerOptions {
  /** The state folder; the ledgers are in a folder of it. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** Milliseconds by a clock that cannot be set. */
  readonly elapsed?: (() => number) | undefined;
  /** A person decided to go on with a lost salt, unreadable lines, or the lock of another machine. */
  readonly takeOver?: boolean | undefined;
  readonly files?: Files | undefined;
  readonly processes?: ProcessTable | undefined;
  readonly lockWait?: LockContext['lockWait'] | undefined;
}

export interface LedgerContext extends LockContext {
  /** The folder of all ledgers. */
  readonly ledgers: string;
  readonly now: () => number;
  readonly elapsed: () => number;
}

export function ledgerContext({
  folder,
  now = Date.now,
  elapsed = () => performance.now(),
  takeOver = false,
  files = systemFiles,
  processes = systemProcesses(),
  lockWait = defaultLockWait,
}: LedgerOptions): LedgerContext {
  return { ledgers: join(folder, 'ledger'), now, elapsed, takeOver, files, processes, lockWait };
}
