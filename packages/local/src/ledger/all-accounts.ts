import type { LedgerEntry, LedgerSubject } from '@helpcrunch-customer-kit/core';
import { areDifferentAccounts } from './account.ts';
import { AccountFiles } from './account-files.ts';
import { currentState } from './entry-state.ts';
import type { LedgerContext } from './ledger-context.ts';
import { describeProblem, hasCode } from './problems.ts';
import { sameness } from './sameness.ts';
import { isSettled } from './stored-entry.ts';

/** Every account that has a ledger, its recent entries read. */
export async function openAccounts(context: LedgerContext, problems: string[] = []): Promise<AccountFiles[]> {
  const { files, ledgers } = context;
  let names: string[];
  try {
    const entries = await files.readdir(ledgers, { withFileTypes: true });
    names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) problems.push(describeProblem(error, ledgers));
    return [];
  }
  const accounts: AccountFiles[] = [];
  for (const account of names) {
    try {
      accounts.push(await AccountFiles.open(ledgers, account, context));
    } catch (error) {
      problems.push(describeProblem(error, account));
    }
  }
  return accounts;
}

/**
 * Unresolved creates like this one under other accounts of the same host: with a key from the environment, a new key looks
 * like another account.
 */
export async function unresolvedElsewhere(
  context: LedgerContext,
  subject: LedgerSubject,
  { host, account }: { readonly host: string; readonly account: string | undefined },
): Promise<readonly LedgerEntry[]> {
  const now = context.now();
  const accounts = await openAccounts(context);
  return accounts
    .filter((files) => files.host === host && files.account !== account)
    .filter((files) => account === undefined || !areDifferentAccounts(files.account, account))
    .flatMap((files) =>
      [...files.recent.entries.values()].flatMap((entry): LedgerEntry[] => {
        // Another account may have another salt: its bodies are compared.
        const same = isSettled(entry) ? undefined : sameness(entry, subject, undefined);
        const state = currentState(entry, { processes: context.processes, now });
        if (same === undefined || (state !== 'sending' && state !== 'unknown')) return [];
        const { id, at, attempt } = entry;
        return [{ id, state, same, age: now - at, isOtherAccount: true, ...(attempt ? { attempt } : {}) }];
      }),
    );
}
