import type { Outcome } from '@helpcrunch-customer-kit/core';
import type { RunEntry } from '../attempts/attempt.ts';

/** How many names a notification has room for; the panel lists them all. */
const maxNames = 3;

/** The outcomes of several customers, one sentence for each kind. */
export function severalMessage(entries: readonly RunEntry[]): string {
  const those = (exists: Outcome['customerExists'] | undefined) =>
    entries.filter(({ attempt }) => attempt?.outcome.customerExists === exists);
  const [created, unknown, failed, left] = [those('yes'), those('unknown'), those('no'), those(undefined)];
  const first =
    created.length === entries.length
      ? `All ${entries.length} customers were created.`
      : `${created.length} of ${entries.length} customers were created.`;
  return [
    first,
    ...(unknown.length > 0 ? [`Not known of ${names(unknown)}.`] : []),
    ...(failed.length > 0 ? [`Not created: ${names(failed)}.`] : []),
    ...(left.length > 0 ? [`Not sent: ${names(left)}.`] : []),
  ].join(' ');
}

function names(entries: readonly RunEntry[]): string {
  const named = entries.slice(0, maxNames).map(({ name }) => name);
  const more = entries.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
