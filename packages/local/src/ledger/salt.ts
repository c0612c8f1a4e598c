import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  type Files,
  LedgerError,
  makePrivateFolder,
  openIfThere,
  readAt,
  replaceDurably,
  writeAll,
} from './durable-files.ts';
import { type LockContext, withLock } from './lock.ts';

/** What the hashes of one machine are made with: without it, a ledger reveals no email address. */
export interface Salt {
  /** Names the salt without giving it away. */
  readonly id: string;
  /** 128 bits as base64url; the same text of another kind has another hash. */
  hash(kind: HashKind, text: string): string;
}

export type HashKind = 'fingerprint' | 'userId' | 'email' | 'idempotencyKey' | 'apiKey' | 'store';

/** Bytes. */
const length = 65;
const pattern = /^[\da-f]{64}\n$/;

/** Undefined when there is none yet. */
export async function readSalt(files: Files, folder: string): Promise<Salt | undefined> {
  const path = saltPath(folder);
  const handle = await openIfThere(files, path);
  if (!handle) return undefined;
  try {
    const text = (await readAt(handle, 0, length + 1)).toString('latin1');
    if (pattern.test(text)) return createSalt(text.trim());
    throw new LedgerError(`Can't read the ledger: ${path} is damaged. ${hint}`);
  } finally {
    await handle.close();
  }
}

/**
 * Reads this machine's salt, and makes one on a machine without a ledger. Beside a ledger a missing salt is a problem that
 * only a person may pass over (`takeOver`): with another salt, what was settled is not recognized anymore.
 */
export async function ensureSalt(context: LockContext, folder: string): Promise<Salt> {
  const { files, takeOver } = context;
  const found = await readSalt(files, folder).catch((error: unknown) => {
    if (takeOver && error instanceof LedgerError) return undefined;
    throw error;
  });
  if (found) return found;
  await makePrivateFolder(files, folder);
  const path = saltPath(folder);
  return withLock(join(folder, 'salt-lock'), context, async () => {
    const salt = await readSalt(files, folder).catch(() => undefined);
    if (salt) return salt;
    // Folders are made after the salt, so it was lost.
    const hasLedgers = (await files.readdir(folder, { withFileTypes: true })).some((entry) =>
      entry.isDirectory(),
    );
    if (hasLedgers && !takeOver) throw new LedgerError(`Can't read the ledger: ${path} is missing. ${hint}`);
    const secret = randomBytes(32).toString('hex');
    await replaceDurably(files, path, (handle) => writeAll(handle, Buffer.from(`${secret}\n`)));
    return createSalt(secret);
  });
}

const hint =
  'Restore it from a backup, or use --take-over: customers created before are then not recognized.';

function saltPath(folder: string): string {
  return join(folder, 'salt');
}

function createSalt(secret: string): Salt {
  const mac = (text: string) => createHmac('sha256', secret).update(text).digest();
  return {
    id: mac('salt').toString('hex').slice(0, 16),
    hash: (kind, text) => mac(`${kind}\0${text}`).subarray(0, 16).toString('base64url'),
  };
}
