import { createHash, randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import {
  type Files,
  LedgerError,
  notAFile,
  openIfThere,
  publish,
  readAt,
  writeNew,
} from './durable-files.ts';
import {
  type Liveness,
  type ProcessIdentity,
  type ProcessTable,
  startTolerance,
} from './process-identity.ts';
import { isProcess } from './stored-entry.ts';

export interface LockContext {
  readonly files: Files;
  readonly processes: ProcessTable;
  /** Takes locks of other machines without asking whether they are in use. */
  readonly takeOver: boolean;
  /** How long to wait for a process of this machine, and for one that cannot be asked, in milliseconds. */
  readonly lockWait: { readonly alive: number; readonly unknown: number };
  /** What holds the locks is an import, not a ledger. */
  readonly isImport?: boolean;
}

export const defaultLockWait = { alive: 30_000, unknown: 5000 };

/** In the name of a lock that is not one yet; left over after a crash. */
export const draftMark = '.new-';

/** Locks of this process that could not be removed. */
const unreleased = new Set<string>();

/** Milliseconds between two tries. */
const pollInterval = 10;
/** How often in a row a lock may be released between two looks: one that is there and is not is a link to nothing. */
const maxMisses = 100;
/** Bytes of the longest lock. */
const maxLength = 4096;

/**
 * Runs one thing at a time on this machine, whatever process it is in. The lock is a file that names its holder; one whose
 * holder is gone is taken over.
 *
 * @throws LedgerError when the lock stays taken.
 */
export async function withLock<Result>(
  path: string,
  context: LockContext,
  act: () => Promise<Result>,
): Promise<Result> {
  const token = await acquire(path, context);
  try {
    return await act();
  } finally {
    // What was done is done, even if the lock stays.
    await release(context.files, path, token).catch(() => unreleased.add(token));
  }
}

/** Returns what the lock is called. */
async function acquire(path: string, context: LockContext): Promise<string> {
  const { files, processes, takeOver, lockWait, isImport } = context;
  const token = randomUUID();
  const content = JSON.stringify({ token, ...processes.own });
  const draft = `${path}${draftMark}${token}`;
  await writeNew(files, draft, content);
  try {
    for (let began = performance.now(), misses = 0; ; ) {
      if (await publish(files, { draft, content, path })) return token;
      const holder = await readHolder(files, path);
      misses = holder ? 0 : misses + 1;
      if (misses > maxMisses) throw notAFile(path);
      if (!holder) continue;
      const liveness = livenessOf(holder, processes);
      if (liveness === 'gone' || (liveness === 'cannot-tell' && takeOver)) {
        await removeStale(path, holder, context);
        continue;
      }
      const maxWait = liveness === 'alive' ? lockWait.alive : lockWait.unknown;
      if (performance.now() - began >= maxWait)
        throw new LedgerError(stillLocked(isImport ? undefined : path, holder, liveness));
      await setTimeout(pollInterval * (1 + Math.random()));
    }
  } finally {
    await files.rm(draft, { force: true });
  }
}

function livenessOf({ token, process, isFromBefore }: Holder, processes: ProcessTable): Liveness {
  if (unreleased.has(token) || isFromBefore) return 'gone';
  return process ? processes.livenessOf(process) : 'cannot-tell';
}

/**
 * Removes a lock whose holder is gone. Of all who noticed, only the one that holds the lock on that removal may do it, and
 * only while the lock is still the one that was checked, so that no one removes the lock of the next holder.
 */
async function removeStale(path: string, { token }: Holder, context: LockContext): Promise<void> {
  await withLock(`${path}.${token}`, context, async () => {
    const holder = await readHolder(context.files, path);
    if (holder?.token === token) await context.files.unlink(path);
  });
}

async function release(files: Files, path: string, token: string): Promise<void> {
  const holder = await readHolder(files, path);
  if (holder?.token === token) await files.unlink(path);
}

interface Holder {
  readonly token: string;
  /** Missing when the file cannot be read as a lock. */
  readonly process?: ProcessIdentity;
  /** It cannot be read, and is older than this start of the machine: a power cut left it without its content. */
  readonly isFromBefore?: boolean;
}

async function readHolder(files: Files, path: string): Promise<Holder | undefined> {
  const handle = await openIfThere(files, path);
  if (!handle) return undefined;
  let text: string;
  try {
    text = (await readAt(handle, 0, maxLength)).toString('utf8');
  } finally {
    await handle.close();
  }
  try {
    const { token, ...process } = JSON.parse(text);
    if (/^[\da-f-]{36}$/.test(token) && isProcess(process)) return { token, process };
  } catch {
    // Not ours, or damaged: its holder is unknown.
  }
  const { mtimeMs } = await files.stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
  return {
    token: createHash('sha256').update(text).digest('hex').slice(0, 36),
    isFromBefore: mtimeMs < Date.now() - uptime() * 1000 - startTolerance,
  };
}

/** `path` is that of a ledger; an import has none that says anything. */
function stillLocked(
  path: string | undefined,
  { process }: Holder,
  liveness: 'alive' | 'cannot-tell',
): string {
  const { pid, host } = process ?? {};
  const who = process ? `process ${pid} on ${host}` : 'an unknown program';
  if (path === undefined) {
    return liveness === 'alive'
      ? `Another import to this account is in progress (process ${pid}).`
      : `Another import to this account may be in progress (${who}). If it is not, run import with --take-over.`;
  }
  if (liveness === 'alive') return `Another program (process ${pid}) is using the ledger: ${path}.`;
  return `The ledger is locked by ${who}: ${path}. If that program is not running, use --take-over.`;
}
