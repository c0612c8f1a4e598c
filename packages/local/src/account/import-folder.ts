import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, type LedgerAccount } from '../ledger/account.ts';
import { makePrivateFolder } from '../ledger/durable-files.ts';
import { ledgerContext } from '../ledger/ledger-context.ts';
import { withLock } from '../ledger/lock.ts';
import { ensureSalt } from '../ledger/salt.ts';
import { systemStateFolder } from '../state-folder.ts';

export interface ImportFolderOptions {
  readonly process: Pick<NodeJS.Process, 'platform' | 'env'>;
  /** A person decided to go on with the lock of another machine, or a lost salt. */
  readonly takeOver: boolean;
}

/** How long a second import to the same account waits for the first, in milliseconds. */
const lockWait = { alive: 2000, unknown: 2000 };

/**
 * Runs one import at a time to an account, and gives it the folder that remembers what was sent there. Single creates go
 * on meanwhile.
 *
 * @throws LedgerError when another import holds the account, or the folder cannot be used.
 */
export async function withImportFolder<Result>(
  account: LedgerAccount,
  { process, takeOver }: ImportFolderOptions,
  act: (folder: string) => Promise<Result>,
): Promise<Result> {
  const state = systemStateFolder(process);
  const context = ledgerContext({ folder: state, takeOver, lockWait });
  const salt = await ensureSalt(context, context.ledgers);
  const name = identityOf(account, salt);
  // Names differ by more than case, on every file system.
  const folder = join(state, 'imports', Buffer.from(`${account.kind} ${name}`).toString('hex'));
  await makePrivateFolder(context.files, folder);
  return withLock(join(folder, 'lock'), context, () => act(folder));
}

/** The folders of all accounts that something was imported into. */
export async function allImportFolders(process: ImportFolderOptions['process']): Promise<readonly string[]> {
  const folder = join(systemStateFolder(process), 'imports');
  const names = await readdir(folder).catch(() => []);
  return names.map((name) => join(folder, name));
}
