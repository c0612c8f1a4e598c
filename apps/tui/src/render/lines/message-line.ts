import type { Issue } from '@helpcrunch-customer-kit/core';
import type { HistoryLine } from '../../wizard/wizard-state.ts';
import { terminalSentence } from '../../words/terminal-sentence.ts';
import type { ViewLine } from '../view.ts';

/** A line that happened, its mark as a word. */
export function messageLine({ mark, text }: HistoryLine): string {
  if (mark === 'problem') return `Problem: ${text}`;
  return mark === 'advice' ? `Advice: ${text}` : text;
}

/** A line of a screen, its tone as a word. */
export function viewLine({ tone, text }: ViewLine): string {
  if (tone === 'problem') return `Problem: ${text}`;
  if (tone === 'advice') return `Advice: ${text}`;
  return text.replace(/^→ /u, 'Next: ');
}

export function issueLine(issue: Issue): string {
  return `${issue.severity === 'error' ? 'Problem' : 'Advice'}: ${terminalSentence(issue)}`;
}
