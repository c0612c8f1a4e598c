import type { Connection, Ledger } from '@helpcrunch-customer-kit/core';
import type { CheckedRow } from '../check/check-rows.ts';
import type { StopReason } from './row-outcome.ts';
import type { RunContext } from './run-context.ts';
import type { RowResult } from './run-store.ts';

/** The entry of the ledger that keeps a row unknown, if one does. */
export function unknownId(result: RowResult | undefined): string | undefined {
  return result?.state === 'unknown' || result?.state === 'sending' ? result.ledgerId : undefined;
}

/** What the lookup of another row, or another program, found out meanwhile about the unknown send of this one. */
export async function createdSince(
  { plan: { fingerprint, request } }: CheckedRow,
  ledgerId: string | undefined,
  ledger: Ledger,
): Promise<RowResult | undefined> {
  if (ledgerId === undefined) return undefined;
  const entry = (await ledger.find({ fingerprint, request })).find(({ id }) => id === ledgerId);
  if (entry?.state !== 'created') return undefined;
  const { customerId: id } = entry;
  return { state: 'created', confirmedBy: 'ledger', ...(id === undefined ? {} : { id }) };
}

/** A row that is skipped because of its user ID is not unknown anymore, and neither is the send that made it so. */
export async function closeSend(
  ledgerId: string | undefined,
  result: RowResult,
  { ledger, at }: { readonly ledger: Ledger; readonly at: number },
): Promise<void> {
  if (ledgerId === undefined || result.state !== 'skipped' || result.reason !== 'user-id') return;
  const named = result.id === undefined ? {} : { customerId: result.id };
  await ledger.settle(ledgerId, { state: 'user-id-taken', at, ...named });
}

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
