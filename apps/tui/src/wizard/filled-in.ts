import { issueSentence, pointerSegments, type ReadCustomer } from '@helpcrunch-customer-kit/core';
import { stepIndex, steps } from './steps.ts';
import type { HistoryLine } from './wizard-state.ts';

/**
 * The last step that needs no asking once a customer was filled in from a file, a paste or flags: all of them, or those
 * before the first field of which something could not be read. From there on each is asked for, so that nothing goes
 * out in place of what was written without having been seen.
 */
export function stepsFilledIn({ draft, issues }: ReadCustomer): number {
  const unread = issues
    .filter(({ severity }) => severity === 'error')
    .map(({ path }) => stepIndex(pointerSegments(path)[0] ?? ''))
    .filter((step) => step !== -1);
  if (unread.length > 0) return Math.min(...unread) - 1;
  return Object.keys(draft).length > 0 ? steps.length - 1 : -1;
}

/** What was found while the customer was read, a line each. */
export function readingLines({ issues }: ReadCustomer): HistoryLine[] {
  return issues.map((issue) => ({
    mark: issue.severity === 'error' ? 'problem' : 'advice',
    text: issueSentence(issue),
  }));
}
