import { type Outcome, pointerSegments } from '@helpcrunch-customer-kit/core';

/** What HelpCrunch dropped or changed, one sentence each. */
export function differences(outcome: Outcome): string[] {
  if (outcome.outcome !== 'created') return [];
  return [
    ...outcome.dropped.map((path) => `${placeText(path)} was sent and is not in the answer.`),
    ...outcome.changed.map(
      ({ path, sent, got }) =>
        `${placeText(path)} was sent as ${JSON.stringify(sent)} and came back as ${JSON.stringify(got)}.`,
    ),
  ];
}

/** A place in the customer for people: `/tags/0/name` → `tags › 1 › name`. */
export function placeText(path: string): string {
  const segments = pointerSegments(path);
  if (segments.length === 0) return 'customer';
  return segments
    .map((segment) => (/^\d+$/.test(segment) ? String(Number(segment) + 1) : segment))
    .join(' › ');
}
