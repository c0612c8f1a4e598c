import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Files, makePrivateFolder, openIfThere, publish, writeNew } from './durable-files.ts';
import { LedgerProblem } from './problems.ts';

/** What the hashes of one machine are made with: without it a ledger tells nobody's email address. */
export interface Salt {
  /** Names the salt without giving it away. */
  readonly id: string;
  /** 128 bits as base64url; the same text of another kind has another hash. */
  hash(kind: HashKind, text: string): string;
}

export type HashKind = 'fingerprint' | 'userId' | 'email' | 'idempotencyKey' | 'apiKey' | 'store';

const pattern = /^[\da-f]{64}\n$/;

/** Undefined when there is none yet. */
export async function readSalt(files: Files, folder: string): Promise<Salt | undefined> {
  const path = saltPath(folder);
  const handle = await openIfThere(files, path);
  if (!handle) return undefined;
  try {
    const text = await handle.readFile('utf8');
    if (pattern.test(text)) return createSalt(text.trim());
    throw new LedgerProblem(`Can't read the ledger: ${path} is damaged. ${takeOverHint}`);
  } finally {
    await handle.close();
  }
}

/**
 * Reads this machine's salt, and makes one on a machine without a ledger. Beside a ledger a missing salt is a problem that
 * only a person may pass over (`takeOver`): with another salt, what was settled is not recognized anymore.
 */
export async function ensureSalt(files: Files, folder: string, takeOver: boolean): Promise<Salt> {
  const path = saltPath(folder);
  const salt = await readSalt(files, folder).catch((error: unknown) => {
    if (takeOver && error instanceof LedgerProblem) return undefined;
    throw error;
  });
  if (salt) return salt;
  await makePrivateFolder(files, folder);
  const hasLedgers = (await files.readdir(folder, { withFileTypes: true })).some((entry) => entry.isDirectory());
  if (hasLedgers && !takeOver) {
    throw new LedgerProblem(`Can't read the ledger: ${path} is missing. ${takeOverHint}`);
  }
  return writeSalt(files, folder, hasLedgers);
}

const takeOverHint =
  'Restore it from a backup, or use --take-over: customers created before are then not recognized.';

/** The first of two processes at once wins, unless a damaged one is to be replaced. */
async function writeSalt(files: Files, folder: string, replace: boolean): Promise<Salt> {
  const path = saltPath(folder);
  const draft = `${path}.new-${randomUUID()}`;
  const content = `${randomBytes(32).toString('hex')}\n`;
  await writeNew(files, draft, content);
  try {
    if (replace) await files.rename(draft, path);
    else await publish(files, { draft, content, path });
  } finally {
    await files.rm(draft, { force: true });
  }
  const salt = await readSalt(files, folder);
  if (!salt) throw new LedgerProblem(`Can't use the ledger: ${path} was removed just now. Try again.`);
  return salt;
}

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
