import type { Connection, Ledger } from '@helpcrunch-customer-kit/core';
import type { CheckedRow } from '../check/check-rows.ts';
import type { StopReason } from './row-outcome.ts';
import type { RunContext } from './run-context.ts';

/** Why nothing may be sent: a row that may have been created is not what the file has. Looks for it first. */
export async function stopOfLeftRows(
  { left, ledger, abort, store }: Pick<RunContext, 'left' | 'ledger' | 'abort' | 'store'>,
  connection: Connection,
): Promise<StopReason | undefined> {
  const [first] =
    (await left?.unresolved({
      connection,
      ledger,
      settle: (key, result) => store.put(key, result),
      signal: abort,
    })) ?? [];
  if (!first) return undefined;
  const { ledgerId, sent, now } = first;
  return now
    ? { kind: 'edited-unknown', line: now.line, ledgerId, sent, now: now.request }
    : { kind: 'unknown-left', ledgerId, sent };
}

/** Adds the version that was sent, so that both can be shown. */
export async function withSentVersion(
  reason: StopReason,
  { plan: { fingerprint, request } }: CheckedRow,
  ledger: Ledger,
): Promise<StopReason> {
  if (reason.kind !== 'edited-unknown') return reason;
  const entries = await ledger.find({ fingerprint, request });
  return { ...reason, sent: entries.find(({ id }) => id === reason.ledgerId)?.attempt?.request };
}
