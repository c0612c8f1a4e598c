import { type Created, checkCustomer, type SentAttempt, type Unknown } from '@helpcrunch-customer-kit/core';
import type { Account } from '../account/live-account.ts';
import { createFileLedger } from './file-ledger.ts';
import type { HistoryEntry } from './history.ts';
import type { LedgerOptions } from './ledger-context.ts';

export interface CheckSentOptions extends LedgerOptions {
  readonly account: Account;
  /** Takes API keys out of what is kept. */
  readonly hide: (text: string) => string;
  readonly signal?: AbortSignal | undefined;
}

/** What looking for the customer of an unresolved create found. */
export type CheckedSent =
  /** Sent to another host than the account's: nothing was looked for. */
  | { readonly kind: 'other-host' }
  | {
      readonly kind: 'checked';
      readonly outcome: Created | Unknown;
      /** False when it was sent with another key, so that what this account has proves nothing. */
      readonly isSameAccount: boolean;
    };

/** Looks for the customer of a create in the ledger, and records that it was found. Sends no create. */
export async function checkSent(
  { id, host, attempt }: HistoryEntry & { readonly attempt: SentAttempt },
  { account, hide, signal, ...ledgers }: CheckSentOptions,
): Promise<CheckedSent> {
  const { connection, ledgerAccount } = account;
  if (account.host !== host || !ledgerAccount) return { kind: 'other-host' };
  const ledger = createFileLedger({ ...ledgers, account: ledgerAccount, hide });
  const isSameAccount = await ledger.isOwn(id);
  const unresolved: Unknown = {
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'sent-earlier',
    issues: [],
    request: attempt.request,
    attempt,
    ...(isSameAccount ? { ledgerId: id } : {}),
  };
  const outcome = await checkCustomer(unresolved, { connection, ledger, signal });
  await ledger.idle();
  return { kind: 'checked', outcome, isSameAccount };
}
