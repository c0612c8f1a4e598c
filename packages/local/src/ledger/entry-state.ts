import { keepsAttempt, type LedgerState, type Settlement } from '@helpcrunch-customer-kit/core';
import type { ProcessTable } from './process-identity.ts';
import type { StoredEntry } from './stored-entry.ts';

/** No request takes this long, in milliseconds: who still says "sending" was not able to write what became of it. */
const maxSendTime = 15 * 60_000;

/** Its state now: what a process that is gone was sending is unknown. A negative age counts as just now. */
export function currentState(
  { state, process, at }: StoredEntry,
  { processes, now }: { readonly processes: ProcessTable; readonly now: number },
): LedgerState {
  if (state !== 'sending' || !process) return state;
  const isGone = processes.livenessOf(process) === 'gone';
  return isGone || now - at > maxSendTime ? 'unknown' : 'sending';
}

/** The entry with another state; its body and its process stay only as long as they are needed. */
export function withState(
  { attempt, process, ...entry }: StoredEntry,
  {
    wasRefused,
    ...change
  }: Pick<StoredEntry, 'state' | 'at' | 'customerId'> & Pick<Settlement, 'wasRefused'>,
): StoredEntry {
  return {
    ...entry,
    ...change,
    ...(change.state === 'sending' && process ? { process } : {}),
    ...(keepsAttempt(change.state) && attempt
      ? { attempt: wasRefused ? { ...attempt, wasRefused } : attempt }
      : {}),
  };
}
