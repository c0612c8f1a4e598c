import type { TextRange } from '@helpcrunch-customer-kit/core';
import type { CustomerSource } from '../source/customer-source.ts';
import type { Finding } from './findings.ts';

/** Where a finding is shown, and the text it is about: an edit of that makes it obsolete. */
export interface Place {
  readonly range: TextRange;
  readonly about: TextRange;
}

/** A finding at its place in a document. */
export interface Problem extends Place, Pick<Finding, 'sentence' | 'severity' | 'code'> {}

/** Where a finding stands in its document now; `undefined` when the text it is about was changed since it was read. */
export function placeNow(finding: Finding, source: CustomerSource): Place | undefined {
  const then = placeThen(finding, source);
  const about = source.now(then.about);
  if (!about) return undefined;
  const offset = then.range.offset + about.offset - then.about.offset;
  return { range: { offset, length: then.range.length }, about };
}

/** The findings that still stand in their document, ready to be shown there. */
export function problemsOf(findings: readonly Finding[], source: CustomerSource): Problem[] {
  return findings.flatMap((finding) => {
    const place = placeNow(finding, source);
    const { sentence, severity, code } = finding;
    return place ? [{ ...place, sentence, severity, code }] : [];
  });
}

function placeThen({ text, path, code }: Finding, source: CustomerSource): Place {
  if (text) {
    const { offset, length } = source.piece;
    // One further than the text: what is missing at its end is typed there.
    return { range: { ...text, offset: offset + text.offset }, about: { offset, length: length + 1 } };
  }
  const about = source.rangeThen(path, keyCodes.has(code) ? 'key' : 'value');
  // What concerns the customer as a whole is marked at its opening brace, not under every line.
  const isWhole = about.offset === source.rangeThen('').offset;
  return { range: isWhole ? { ...about, length: 1 } : about, about };
}

/** What is about a key rather than its value. */
const keyCodes: ReadonlySet<string> = new Set([
  'unknown-field',
  'read-only-field',
  'forbidden-key',
  'duplicate-key',
]);
