import {
  customerName,
  type JsonObject,
  type LedgerState,
  outcomeTraits,
  type Tone,
} from '@helpcrunch-customer-kit/core';
import type { HistoryEntry as LedgerRecord } from '@helpcrunch-customer-kit/local/ledger';
import type { Attempt } from '../attempts/attempt.ts';
import { createdId } from '../panel/panel-buttons.ts';

/** One create: of this window, of another one, or of the terminal. */
export interface PastCreate {
  /** The ID in the ledger, else one of this window. */
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly account: string;
  readonly isLive: boolean;
  /** Missing where only the ledger remembers the create: it keeps hashes. */
  readonly name?: string;
  readonly customerId?: string;
  readonly state: LedgerState;
  /** A customer may still turn out to have been created. */
  readonly isUnresolved: boolean;
  /** What the panel shows; missing where only the ledger remembers a create that is settled. */
  readonly attempt?: Attempt;
  /** The record of the ledger, where the attempt has to be made from it. */
  readonly record?: LedgerRecord;
}

/** What this workspace remembers of a create besides the ledger. */
export interface Named {
  readonly name: string;
  readonly account: string;
}

/** A create of this window. */
export function ofAttempt(name: string, attempt: Attempt): PastCreate {
  const { outcome, account, at } = attempt;
  const customerId = createdId(attempt);
  return {
    id: outcome.ledgerId ?? `window/${at}/${name}`,
    at,
    account: account.label,
    isLive: account.kind === 'live',
    name,
    ...(customerId === undefined ? {} : { customerId }),
    state: outcome.outcome,
    isUnresolved: outcome.outcome === 'unknown',
    attempt,
  };
}

/** A create as the ledger remembers it; `named` is what this workspace knows of it. */
export function ofRecord(
  record: LedgerRecord,
  named: Named | undefined,
  accountLabel: (record: LedgerRecord) => string,
): PastCreate {
  const { id, at, state, isUnresolved, customerId, attempt, host } = record;
  const name = named?.name ?? (attempt && customerName({ ...attempt.request } as JsonObject));
  return {
    id,
    at: attempt?.sentAt ?? at,
    account: named?.account ?? accountLabel(record),
    isLive: host !== undefined,
    ...(name === undefined ? {} : { name }),
    ...(customerId === undefined ? {} : { customerId }),
    state,
    isUnresolved,
    record,
  };
}

/** All creates, each once, those with an unknown outcome first, then the newest. */
export function merged(window: readonly PastCreate[], ledger: readonly PastCreate[]): PastCreate[] {
  const all = new Map(window.map((create) => [create.id, create]));
  for (const create of ledger) {
    const own = all.get(create.id);
    // Another window or the terminal may have found out since.
    if (!own || (own.isUnresolved && !create.isUnresolved)) all.set(create.id, create);
  }
  return [...all.values()].toSorted(
    (one, other) => Number(other.isUnresolved) - Number(one.isUnresolved) || other.at - one.at,
  );
}

/** The outcome in words and its tone; `sending` while a process is sending it. */
export function stateOf({ state }: PastCreate): { readonly title: string; readonly tone: Tone } {
  return state === 'sending' ? { title: 'Sending', tone: 'neutral' } : outcomeTraits[state];
}

/** `"Ada Lovelace"`, `ID 7`, or that nothing is known of the customer. */
export function nameOf({ name, customerId }: PastCreate): string {
  return name ?? (customerId === undefined ? 'A customer' : `ID ${customerId}`);
}
