import {
  type Created,
  checkCustomer,
  type LedgerState,
  type SentAttempt,
  type Settlement,
  type Unknown,
} from '@helpcrunch-customer-kit/core';
import type { Account } from '../account/live-account.ts';
import { AccountFiles } from './account-files.ts';
import { hasCode, ledgerErrorMessage } from './durable-files.ts';
import { createFileLedger } from './file-ledger.ts';
import { type LedgerContext, type LedgerOptions, ledgerContext } from './ledger-context.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { currentState, isSettled, type StoredEntry, withState } from './stored-entry.ts';

/** One create of any account, as plain data. */
export interface HistoryEntry {
  readonly id: string;
  /** The permanent ID of a stored account, else what tells its key or sandbox from others; its host unless it is a sandbox. */
  readonly account: string;
  readonly host?: string;
  readonly state: LedgerState;
  /** True while it may still turn out that a customer was created. */
  readonly isUnresolved: boolean;
  /** When its state was last written, in milliseconds since 1970. */
  readonly at: number;
  readonly customerId?: string;
  readonly hasIdempotencyKey: boolean;
  /** What was sent; kept while it is not certain what became of it. */
  readonly attempt?: SentAttempt;
  /** Who is sending it, or was when it ended. */
  readonly process?: ProcessIdentity;
}

export interface HistoryList {
  /** Unresolved ones first, then the newest. */
  readonly entries: readonly HistoryEntry[];
  /** What could not be read, a sentence each. */
  readonly notes: readonly string[];
}

export type HistoryChange =
  | { readonly kind: 'changed'; readonly count: number }
  | { readonly kind: 'not-found' }
  /** It is being sent at this moment. */
  | { readonly kind: 'in-flight' }
  | { readonly kind: 'not-writable'; readonly message: string };

/** The ledgers of all accounts of this machine. Nothing here throws. */
export interface History {
  /** All unresolved creates, and up to `maxSettled` others of each host or sandbox (100). */
  list(options?: { readonly maxSettled?: number }): Promise<HistoryList>;
  show(id: string): Promise<HistoryEntry | undefined>;
  /** Deletes entries for good: nothing is known about those creates afterwards. */
  forget(ids: readonly string[]): Promise<HistoryChange>;
  /** Writes what became of a create, after it was checked. */
  settle(id: string, settlement: Omit<Settlement, 'at'>): Promise<HistoryChange>;
}

const defaultMaxSettled = 100;

export function openHistory(options: LedgerOptions): History {
  const context = ledgerContext(options);
  const view = (files: AccountFiles, stored: StoredEntry) =>
    toHistory(files, { ...stored, state: currentState(stored, { ...context, now: context.now() }) });

  return {
    async list({ maxSettled = defaultMaxSettled } = {}) {
      const entries: HistoryEntry[] = [];
      const notes: string[] = [];
      for (const files of await openAccounts(context, notes)) {
        const read = await readNewest(files, maxSettled, notes);
        entries.push(...read.map((entry) => view(files, entry)));
      }
      return { entries: entries.toSorted(byUrgency), notes };
    },
    async show(id) {
      for (const files of await openAccounts(context)) {
        const entry = await files.byId(id).catch(() => undefined);
        if (entry) return view(files, entry);
      }
      return undefined;
    },
    async forget(ids) {
      let count = 0;
      for (const files of await openAccounts(context)) {
        const change = await changeIn(files, async () => {
          const found = (await Promise.all(ids.map((id) => files.byId(id)))).filter(
            (entry) => entry !== undefined,
          );
          if (found.some((entry) => view(files, entry).state === 'sending')) return { kind: 'in-flight' };
          if (found.length > 0) await files.forget(new Set(found.map(({ id }) => id)));
          return { kind: 'changed', count: found.length };
        });
        if (change.kind !== 'changed') return change;
        count += change.count;
      }
      return count === 0 ? { kind: 'not-found' } : { kind: 'changed', count };
    },
    async settle(id, settlement) {
      for (const files of await openAccounts(context)) {
        const change = await changeIn(files, async () => {
          const entry = await files.byId(id);
          if (!entry) return { kind: 'not-found' };
          if (view(files, entry).state === 'sending') return { kind: 'in-flight' };
          await files.append(withState(entry, { ...settlement, at: context.now() }));
          return { kind: 'changed', count: 1 };
        });
        if (change.kind !== 'not-found') return change;
      }
      return { kind: 'not-found' };
    },
  };
}

/** Every ledger of this machine, its recent entries read. */
async function openAccounts(context: LedgerContext, notes: string[] = []): Promise<AccountFiles[]> {
  const { files, ledgers } = context;
  let names: string[];
  try {
    const entries = await files.readdir(ledgers, { withFileTypes: true });
    names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) notes.push(ledgerErrorMessage(error, ledgers));
    return [];
  }
  const opened: AccountFiles[] = [];
  for (const name of names) {
    const account = new AccountFiles(name, undefined, context);
    try {
      await account.recent.refresh();
      opened.push(account);
    } catch (error) {
      notes.push(ledgerErrorMessage(error, name));
    }
  }
  return opened;
}

async function readNewest(
  files: AccountFiles,
  maxSettled: number,
  notes: string[],
): Promise<readonly StoredEntry[]> {
  const { recent, settled } = files;
  try {
    const newest = (await settled.newest(maxSettled)).filter(({ id }) => !recent.entries.has(id));
    if (recent.unreadable.length > 0) notes.push(files.unreadableMessage());
    const last = [...recent.entries.values()].toReversed();
    const done = [...last.filter(isSettled), ...newest].slice(0, maxSettled);
    return [...last.filter((entry) => !isSettled(entry)), ...done];
  } catch (error) {
    notes.push(ledgerErrorMessage(error, files.folder));
    return [];
  }
}

async function changeIn(files: AccountFiles, act: () => Promise<HistoryChange>): Promise<HistoryChange> {
  try {
    return await files.locked(act);
  } catch (error) {
    return { kind: 'not-writable', message: ledgerErrorMessage(error, files.folder) };
  }
}

function toHistory(
  { name, host }: AccountFiles,
  { id, state, at, customerId, account, keyHash, idempotencyKeyHash, attempt, process }: StoredEntry,
): HistoryEntry {
  return {
    id,
    account: account ?? (keyHash === undefined ? name : `key/${keyHash}`),
    ...(host === undefined ? {} : { host }),
    state,
    isUnresolved: state === 'sending' || state === 'unknown',
    at,
    ...(customerId === undefined ? {} : { customerId }),
    hasIdempotencyKey: idempotencyKeyHash !== undefined,
    ...(attempt ? { attempt } : {}),
    ...(process ? { process } : {}),
  };
}

function byUrgency(one: HistoryEntry, other: HistoryEntry): number {
  return Number(other.isUnresolved) - Number(one.isUnresolved) || other.at - one.at;
}

export interface CheckSentOptions extends LedgerOptions {
  readonly account: Account;
  /** Takes API keys out of what is kept. */
  readonly hide: (text: string) => string;
  readonly signal?: AbortSignal | undefined;
}

/** What looking for the customer of an unresolved create found. */
export type CheckedSent =
  /** Sent to another host than the account's, or to another sandbox: nothing was looked for. */
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
  if (!ledgerAccount) return { kind: 'other-host' };
  const ledger = createFileLedger({ ...ledgers, account: ledgerAccount, hide });
  const isSameAccount = await ledger.isOwn(id);
  const isThere = ledgerAccount.kind === 'live' ? account.host === host : isSameAccount;
  if (!isThere) return { kind: 'other-host' };
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
