import { readCustomer } from '@helpcrunch-customer-kit/core';
import type { HistoryEntry as LedgerRecord } from '@helpcrunch-customer-kit/local/ledger';
import type { Disposable, Memento } from 'vscode';
import type { AccountStore } from '../accounts/account-store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Attempt } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import type { Ledgers } from '../create/ledgers.ts';
import type { ReadHistory } from '../entry/contract.ts';
import { merged, type Named, ofAttempt, ofRecord, type PastCreate } from './history-entry.ts';

const stateName = 'helpcrunch.names';
/** Of creates of this window, and of names that the workspace keeps. */
const maxKept = 200;

export interface CreateHistory extends Disposable {
  /** Everything that is known now, and what could not be read, a sentence each. */
  list(): Promise<{ readonly creates: readonly PastCreate[]; readonly problems: readonly string[] }>;
  /** What the panel can show of a create; `undefined` when only the ledger remembers it, or its account is not here. */
  attemptOf(create: PastCreate): Promise<Attempt | undefined>;
  onDidChange(listener: () => void): Disposable;
}

interface HistoryParts {
  readonly attempts: AttemptStore;
  readonly store: AccountStore;
  readonly accounts: Accounts;
  readonly ledgers: Ledgers;
  /** The ledgers of this machine; `undefined` in a browser. */
  readonly readHistory: ReadHistory | undefined;
  readonly state: Memento;
}

/**
 * The creates of this window, and of the ledgers of this machine, which the terminal writes too. A ledger keeps hashes: the
 * names are those that this workspace kept.
 */
export function createHistory(parts: HistoryParts): CreateHistory {
  const { attempts, store, accounts, ledgers, readHistory, state } = parts;
  const listeners = new Set<() => void>();
  const own = new Map<string, PastCreate>();
  let names: Readonly<Record<string, Named>> = state.get(stateName) ?? {};

  const subscription = attempts.onDidChange((change) => {
    if (change.kind !== 'attempted' || change.attempt.outcome.outcome === 'invalid') return;
    const create = ofAttempt(change.name, change.attempt);
    // The newest last, so that the oldest is dropped.
    own.delete(create.id);
    own.set(create.id, create);
    dropOldest(own);
    if (readHistory && create.isLive && create.attempt?.outcome.ledgerId !== undefined) keepName(create);
    for (const changed of listeners) changed();
  });

  function keepName({ id, name = '', account }: PastCreate): void {
    const kept = new Map(Object.entries(names));
    kept.delete(id);
    kept.set(id, { name, account });
    dropOldest(kept);
    names = Object.fromEntries(kept);
    void state.update(stateName, names);
  }

  async function accountLabels(): Promise<(record: LedgerRecord) => string> {
    const stored = new Map((await store.list()).map(({ id, label }) => [`vscode/${id}`, label]));
    return ({ account, host }) => stored.get(account) ?? host ?? 'Sandbox';
  }

  /** The account here that a record belongs to: a renewed key in the terminal looks like another one. */
  async function ownerOf(record: LedgerRecord) {
    for (const stored of await store.list()) {
      const reading = accounts.read(stored);
      if (reading.kind !== 'ready' || reading.account.host !== record.host) continue;
      const ledger = await ledgers.of(reading.account);
      if (await ledger.isOwn?.(record.id)) return reading.account;
    }
    return undefined;
  }

  return {
    async list() {
      const read = await readHistory?.();
      const label = await accountLabels();
      const ledger = (read?.entries ?? []).map((record) => ofRecord(record, names[record.id], label));
      return { creates: merged([...own.values()], ledger), problems: read?.notes ?? [] };
    },
    async attemptOf({ attempt, record }) {
      if (attempt || record?.state !== 'unknown' || !record.attempt) return attempt;
      const account = await ownerOf(record);
      if (!account) return undefined;
      const { kind, label, host, identity, connection } = account;
      const { request, sentAt } = record.attempt;
      return {
        account: { kind, label, host, identity, baseUrl: connection.baseUrl },
        customer: readCustomer(request),
        outcome: {
          outcome: 'unknown',
          customerExists: 'unknown',
          reason: 'sent-earlier',
          issues: [],
          request,
          attempt: record.attempt,
          ledgerId: record.id,
        },
        at: sentAt,
        endedAt: record.at,
      };
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    dispose: () => subscription.dispose(),
  };
}

function dropOldest(kept: Map<string, unknown>): void {
  for (const id of kept.keys()) {
    if (kept.size <= maxKept) return;
    kept.delete(id);
  }
}
