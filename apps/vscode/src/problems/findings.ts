import {
  issueMessage,
  type JsonPointer,
  type Outcome,
  outcomeMessage,
  type Severity,
  type TextRange,
} from '@helpcrunch-customer-kit/core';

/** Something wrong at a place in the customer, in words. */
export interface Finding {
  readonly path: JsonPointer;
  readonly severity: Severity;
  readonly code: string;
  readonly sentence: string;
  /** Where in the text, for what has no path: text that is no JSON. */
  readonly text?: TextRange;
}

/** True for what HelpCrunch said, rather than what was found before anything was sent. */
export function isOfAnswer(code: string): boolean {
  return code === 'refused' || code === 'user-id-taken';
}

/** All that an outcome finds wrong with a customer; a userId that is taken is wrong at the userId. */
export function findingsOf(outcome: Outcome): Finding[] {
  const found = outcome.issues.map((issue): Finding => {
    const { path, severity, code } = issue;
    const finding = { path, severity, code, sentence: issueMessage(issue) };
    return issue.code === 'not-json'
      ? { ...finding, text: { offset: issue.offset, length: Math.max(1, issue.length) } }
      : finding;
  });
  if (outcome.outcome !== 'user-id-taken' || found.some(({ path }) => path === '/userId')) return found;
  const { sentence } = outcomeMessage(outcome, 'live', 'editor');
  return [...found, { path: '/userId', severity: 'error', code: outcome.outcome, sentence }];
}
