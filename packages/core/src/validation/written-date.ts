import type { CustomerDraft } from '../customer/customer-draft.ts';
import { type DateReading, readDate } from '../customer/read-date.ts';

/** The draft's one date, with what it turned out to be; `undefined` when it is left out or blank. */
export function writtenDate({
  firstSeen,
}: CustomerDraft):
  | { readonly path: '/firstSeen'; readonly text: string; readonly reading: DateReading }
  | undefined {
  const text = String(firstSeen ?? '').trim();
  if (firstSeen === undefined || text === '') return undefined;
  return { path: '/firstSeen', text, reading: readDate(firstSeen) };
}
