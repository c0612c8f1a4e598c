import { join } from 'node:path';
import type { LedgerAccount } from '../ledger/account.ts';
import { identityOf } from '../ledger/account.ts';
import { makePrivateFolder } from '../ledger/durable-files.ts';
import { type LedgerOptions, ledgerContext } from '../ledger/ledger-context.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { withLock } from '../ledger/lock.ts';
import { ensureSalt } from '../ledger/salt.ts';

/** A file that belongs to this process until it ends. */
export interface HeldFile {
  readonly path: string;
  release(): void;
}

/** How long to wait for a process that is about to end, in milliseconds. */
const endWait = 2000;
const maxFiles = 20;

/**
 * The first file of a numbered series that no running process has. A server that is started again gets the file that it
 * had; two that run at once each get their own.
 *
 * @throws what the file system throws, and LedgerError when all are taken.
 */
export async function holdFile(name: string, options: LedgerOptions): Promise<HeldFile> {
  const folder = join(options.folder, 'agents');
  const context = ledgerContext(options);
  await makePrivateFolder(context.files, folder);
  for (let number = 1; number <= maxFiles; number += 1) {
    const path = join(folder, `${name}-${number}.jsonl`);
    const alive = number === 1 ? endWait : 0;
    const release = await hold(`${path}.lock`, { ...context, lockWait: { alive, unknown: 0 } });
    if (release) return { path, release };
  }
  throw new LedgerError(`Too many servers are running at once: ${folder} has ${maxFiles} files in use.`);
}

async function hold(
  path: string,
  context: ReturnType<typeof ledgerContext>,
): Promise<(() => void) | undefined> {
  const held = Promise.withResolvers<boolean>();
  const released = Promise.withResolvers<void>();
  withLock(path, context, async () => {
    held.resolve(true);
    await released.promise;
  }).catch((error: unknown) => (error instanceof LedgerError ? held.resolve(false) : held.reject(error)));
  return (await held.promise) ? () => released.resolve() : undefined;
}

/**
 * What tells an account from every other one in the files of agents. It reveals no key.
 *
 * @throws what the file system throws, and LedgerError.
 */
export async function agentIdentity(account: LedgerAccount, options: LedgerOptions): Promise<string> {
  const context = ledgerContext(options);
  const salt = await ensureSalt(context, context.ledgers);
  const host = account.kind === 'live' ? account.host : 'sandbox';
  return `${host} ${identityOf(account, salt)}`;
}
