import { pointerSegments, type ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { UnreadField } from '@helpcrunch-customer-kit/local';
import { terminalSentence } from '../words/terminal-sentence.ts';
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

/** The fields that could not be read as they were written, for a draft to remember. */
export function unreadFields({ issues }: ReadCustomer): readonly UnreadField[] {
  return issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => ({ field: pointerSegments(issue.path)[0] ?? '', text: terminalSentence(issue) }))
    .filter(({ field }) => stepIndex(field) !== -1);
}

/** What was found while the customer was read, a line each. */
export function readingLines({ issues }: ReadCustomer): HistoryLine[] {
  return issues.map((issue) => ({
    mark: issue.severity === 'error' ? 'problem' : 'advice',
    text: terminalSentence(issue),
  }));
}
