import { type CustomerFieldRow, type Issue, isWithin, validateCustomer } from '@helpcrunch-customer-kit/core';
import { terminalSentence } from '../words/terminal-sentence.ts';
import type { AccessibleWorld, Session } from './session.ts';

/** What the rules find in a field, and what HelpCrunch refused in it. */
export function fieldIssues(
  field: CustomerFieldRow,
  { draft, refusals }: Pick<Session, 'draft' | 'refusals'>,
  { now }: Pick<AccessibleWorld, 'now'>,
): Issue[] {
  const found = validateCustomer({ draft, issues: [] }, { now: now() });
  return [...refusals, ...found].filter(({ path }) => isWithin(path, `/${field.key}`));
}

export function issueLine(issue: Issue): string {
  return `${issue.severity === 'error' ? 'Problem' : 'Advice'}: ${terminalSentence(issue)}`;
}
