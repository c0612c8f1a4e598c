import { pointerSet } from '../customer/pointer-set.ts';
import { collectIssues } from './issue-collector.ts';
import type { ReadingIssue } from './reading-issues.ts';

/** What a text shows beside what its value shows, so that nothing is said twice, and nothing of what is not sent. */
export function mergeTextIssues(
  ofText: readonly ReadingIssue[],
  ofValue: readonly ReadingIssue[],
): ReadingIssue[] {
  const unsent = placesOf(ofValue, 'unknown-field', 'read-only-field');
  const inText = ofText.filter(({ code, path }) => code !== 'inexact-number' || !unsent.covers(path));
  // The text knows how a number was written, and so says it better than the value does.
  const rounded = placesOf(inText, 'inexact-number');
  const inValue = ofValue.filter(({ code, path }) => code !== 'inexact-number' || !rounded.covers(path));
  const issues = collectIssues<ReadingIssue>();
  for (const issue of [...inText, ...inValue]) issues.add(issue);
  return issues.list();
}

function placesOf(issues: readonly ReadingIssue[], ...codes: readonly ReadingIssue['code'][]) {
  return pointerSet(issues.filter(({ code }) => codes.includes(code)).map(({ path }) => path));
}
