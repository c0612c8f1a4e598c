import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges, type Change, changeBetween, overlap } from './edits.ts';
import { fixesFor } from './fixes/fixes.ts';
import type { ValidateDocument } from './issues.ts';
import { type ParsedDocument, parseDocument } from './parsed-document.ts';

/** A fix can make another one possible, but never that many in a row. */
const maxPasses = 8;

/** All certain fixes of a document as one change; `undefined` when there are none. */
export function fixAll(parsed: ParsedDocument, validate: ValidateDocument): Change | undefined {
  let current: ParsedDocument | undefined = parsed;
  for (let pass = 0; pass < maxPasses && current; pass += 1) {
    const changes = compatibleChanges(current, validate);
    if (changes.length === 0) break;
    const { uri, languageId, version } = current.document;
    const text = applyChanges(current.text, changes);
    const next = parseDocument(TextDocument.create(uri, languageId, version, text));
    // A fix that broke the JSON would be worse than the issue.
    if (next?.json.value === undefined) break;
    current = next;
  }
  return current && current !== parsed ? changeBetween(parsed.text, current.text) : undefined;
}

/** Changes that do not overlap, and do not write the same key into an object twice. */
function compatibleChanges(parsed: ParsedDocument, validate: ValidateDocument): Change[] {
  const accepted: Change[] = [];
  const renamed = new Set<string>();
  const issues = validate(parsed).issues.toSorted((one, other) => one.range.offset - other.range.offset);
  for (const located of issues) {
    const fix = fixesFor(parsed, located).find(({ certainty }) => certainty === 'certain');
    if (!fix) continue;
    const object = located.path.slice(0, located.path.lastIndexOf('/'));
    const rename = `${object}\n${fix.title}`;
    if (located.issue.code === 'unknown-field' && renamed.has(rename)) continue;
    if (fix.changes.some((change) => accepted.some((other) => overlap(change, other)))) continue;
    renamed.add(rename);
    accepted.push(...fix.changes);
  }
  return accepted;
}
