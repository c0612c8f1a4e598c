import { customerName, type JsonObject } from '@helpcrunch-customer-kit/core';
import { ageText } from '../../drafts/age-text.ts';
import type { EntryResult, HistoryEnd } from './history-result.ts';

/** A result for people: `lines` are the answer, `notes` what went wrong and what to do next. */
export function historyText(
  { result, sentence }: HistoryEnd,
  now: number,
): { readonly lines: readonly string[]; readonly notes: readonly string[] } {
  const { entries, entry, outcome, next } = result;
  const steps = next.map((step) => `→ ${step}`);
  const problems = result.issues.map(({ message }) => message).filter((message) => message !== sentence);
  const said = sentence === undefined ? [] : [sentence];
  if (entries) {
    const lines = entries.length === 0 ? ['Nothing was sent from this machine yet.'] : table(entries, now);
    return { lines, notes: [...problems, ...steps] };
  }
  if (outcome === 'shown' && entry) return { lines: details(entry, now), notes: [...problems, ...steps] };
  return outcome === 'created' || outcome === 'forgotten'
    ? { lines: said, notes: [...problems, ...steps] }
    : { lines: [], notes: [...said, ...problems, ...steps] };
}

function table(entries: readonly EntryResult[], now: number): string[] {
  const rows = entries.map((entry) => [
    entry.id,
    entry.state,
    ageText(Date.parse(entry.at), now),
    placeOf(entry),
    whoOf(entry),
  ]);
  const all = [['ID', 'State', 'When', 'Account', 'Customer'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function details(entry: EntryResult, now: number): string[] {
  const { id, state, at, hasIdempotencyKey, customerId, request } = entry;
  const rows: readonly (readonly [string, string])[] = [
    ['ID', id],
    ['State', entry.unresolved ? `${state}: a customer may have been created` : state],
    ['When', `${at} (${ageText(Date.parse(at), now)})`],
    ['Account', placeOf(entry)],
    ...(customerId === undefined ? [] : [['Customer ID', customerId] as const]),
    ...(hasIdempotencyKey ? [['Idempotency key', 'yes'] as const] : []),
    ...(request ? [['Sent', JSON.stringify(request)] as const] : []),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function placeOf({ host, account }: EntryResult): string {
  return host ?? account;
}

function whoOf({ request, customerId }: EntryResult): string {
  if (request) return customerName(request as JsonObject);
  return customerId === undefined ? '' : `ID ${customerId}`;
}
