import { type Issue, issueSentence, type Severity, type TextRange } from '@helpcrunch-customer-kit/core';
import type { CustomerSource } from '../source/customer-source.ts';

/** Where an issue is shown, and the text it is about: an edit of that makes it obsolete. */
export interface Place {
  readonly range: TextRange;
  readonly about: TextRange;
}

/** An issue at its place in a document, in words. */
export interface Problem extends Place {
  readonly message: string;
  readonly severity: Severity;
  readonly code: string;
}

/** Where an issue stands in its document now; `undefined` when the text it is about was changed since it was read. */
export function issuePlace(issue: Issue, source: CustomerSource): Place | undefined {
  const then = placeThen(issue, source);
  const about = source.now(then.about);
  if (!about) return undefined;
  const offset = then.range.offset + about.offset - then.about.offset;
  return { range: { offset, length: then.range.length }, about };
}

/** The issues that still stand in their document, ready to be shown there. */
export function problemsOf(issues: readonly Issue[], source: CustomerSource): Problem[] {
  return issues.flatMap((issue) => {
    const place = issuePlace(issue, source);
    const { severity, code } = issue;
    return place ? [{ ...place, message: issueSentence(issue), severity, code }] : [];
  });
}

function placeThen(issue: Issue, source: CustomerSource): Place {
  if (issue.code === 'not-json') {
    const { offset, length } = source.piece;
    // One further than the text: what is missing at its end is typed there.
    const about = { offset, length: length + 1 };
    return { range: { offset: offset + issue.offset, length: Math.max(1, issue.length) }, about };
  }
  const about = source.rangeThen(issue.path, isAboutKey(issue) ? 'key' : 'value');
  // What concerns the customer as a whole is marked at its opening brace, not under every line.
  const isWhole = about.offset === source.rangeThen('').offset;
  return { range: isWhole ? { ...about, length: 1 } : about, about };
}

const keyCodes: ReadonlySet<string> = new Set([
  'unknown-field',
  'read-only-field',
  'forbidden-key',
  'duplicate-key',
]);

function isAboutKey({ code }: Issue): boolean {
  return keyCodes.has(code);
}
