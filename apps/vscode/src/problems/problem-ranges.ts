import {
  type JsonPointer,
  type JsonValue,
  readJsonText,
  type TextRange,
} from '@helpcrunch-customer-kit/core';
import type { CustomerSource } from '../source/customer-source.ts';
import { nearestValue } from '../source/nearest-value.ts';
import { pieceIn, type Whereabouts } from '../source/whereabouts.ts';
import type { Finding } from './findings.ts';

/** Where a finding is shown, and the text it is about: an edit of that makes it obsolete, unless the value stayed. */
export interface Place {
  readonly range: TextRange;
  readonly about: TextRange;
}

/** What a finding is about, to find it again in text that was written anew. */
export interface Subject {
  readonly where: Whereabouts;
  readonly path: JsonPointer;
  readonly part: 'key' | 'value';
  /** `undefined` for text that is no JSON, which is not found again. */
  readonly value: JsonValue | undefined;
}

/** A finding at its place in a document. */
export interface Problem extends Place, Pick<Finding, 'sentence' | 'severity' | 'code'> {
  readonly subject: Subject;
}

/** Where a finding stands in its document's text now; `undefined` when the value it is about was changed or is gone. */
export function placeNow(finding: Finding, source: CustomerSource, documentText: string): Place | undefined {
  const then = placeThen(finding, source);
  const about = source.now(then.about);
  if (!about) return placeAgain(subjectOf(finding, source), documentText);
  const offset = then.range.offset + about.offset - then.about.offset;
  return { range: { offset, length: then.range.length }, about };
}

/** The place of a value in text that was written anew: it is the same when it stands at the same path. */
export function placeAgain({ where, path, part, value }: Subject, documentText: string): Place | undefined {
  const piece = value === undefined ? undefined : pieceIn(where, documentText);
  if (!piece) return undefined;
  const json = readJsonText(piece.text);
  const found = json.value === undefined ? undefined : nearestValue(json.value, path);
  if (found?.path !== path) return undefined;
  // What is about a key stands as long as the key does.
  if (part === 'value' && JSON.stringify(found.value) !== JSON.stringify(value)) return undefined;
  const at = json.rangeOf(path, part);
  return markOf({ offset: piece.offset + at.offset, length: at.length }, path);
}

/** The findings that still stand in their document, ready to be shown there. */
export function problemsOf(
  findings: readonly Finding[],
  source: CustomerSource,
  documentText: string,
): Problem[] {
  return findings.flatMap((finding) => {
    const place = placeNow(finding, source, documentText);
    const { sentence, severity, code } = finding;
    return place ? [{ ...place, sentence, severity, code, subject: subjectOf(finding, source) }] : [];
  });
}

function subjectOf({ text, path, code }: Finding, source: CustomerSource): Subject {
  const found = text ? undefined : source.valueThen(path);
  return {
    where: source.whereabouts,
    path: found?.path ?? path,
    part: partOf(code),
    value: found?.value,
  };
}

function placeThen({ text, path, code }: Finding, source: CustomerSource): Place {
  if (text) {
    const { offset, length } = source.piece;
    // One further than the text: what is missing at its end is typed there.
    return { range: { ...text, offset: offset + text.offset }, about: { offset, length: length + 1 } };
  }
  const nearest = source.valueThen(path)?.path ?? path;
  return markOf(source.rangeThen(path, partOf(code)), nearest);
}

/** What concerns the customer as a whole is marked at its opening brace, not under every line. */
function markOf(about: TextRange, path: JsonPointer): Place {
  return { range: path === '' ? { ...about, length: 1 } : about, about };
}

function partOf(code: string): 'key' | 'value' {
  return keyCodes.has(code) ? 'key' : 'value';
}

/** What is about a key rather than its value. */
const keyCodes: ReadonlySet<string> = new Set([
  'unknown-field',
  'read-only-field',
  'forbidden-key',
  'duplicate-key',
]);
