import { changeBetween } from '@helpcrunch-customer-kit/core';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges, type Change, ChangeSet } from './edits.ts';
import { fixesFor } from './fixes/fixes.ts';
import type { LocatedIssue, ValidateDocument } from './issues.ts';
import { type ParsedDocument, parseDocument } from './parsed-document.ts';

/** A fix can make another one possible, but never that many in a row. */
const maxPasses = 8;
/** Characters that are parsed and validated for one request; a larger document is left as it is. */
export const maxFixAllCharacters = 2_000_000;
/** With more fixes, those that cause new issues are left out by their code instead of one by one. */
const maxSingleFixes = 30;

/**
 * All certain fixes of a document as one change; `undefined` when there are none. A fix is left out when the result would
 * have an issue of a kind that the document did not have. Of a large document, the first passes only.
 */
export function fixAll(parsed: ParsedDocument, validate: ValidateDocument): Change | undefined {
  const known = new Set(validate(parsed).issues.map(({ issue }) => issue.code));
  const newIssuesIn = (result: ParsedDocument) =>
    validate(result).issues.filter(({ issue }) => !known.has(issue.code)).length;
  const issues = validate(parsed).issues.filter((located) => certainFix(parsed, located));
  const keyOf = ({ issue, path }: LocatedIssue) =>
    issues.length <= maxSingleFixes ? `${issue.code} ${path}` : issue.code;
  const candidates = new Set(issues.map(keyOf));
  const left = new Set<string>();
  let charactersLeft = maxFixAllCharacters;
  let result = fixAllBut(left);
  let newIssues = newIssuesIn(result);
  for (const candidate of candidates) {
    if (newIssues === 0 || charactersLeft < parsed.text.length) break;
    left.add(candidate);
    const without = fixAllBut(left);
    const fewer = newIssuesIn(without);
    if (fewer < newIssues) [result, newIssues] = [without, fewer];
    else left.delete(candidate);
  }
  return newIssues > 0 || result === parsed ? undefined : changeBetween(parsed.text, result.text);

  function fixAllBut(excluded: ReadonlySet<string>): ParsedDocument {
    let current = parsed;
    for (let pass = 0; pass < maxPasses; pass += 1) {
      const changes = compatibleChanges(current, validate, (located) => excluded.has(keyOf(located)));
      if (changes.length === 0 || charactersLeft < current.text.length) break;
      charactersLeft -= current.text.length;
      const { uri, languageId, version } = current.document;
      const text = applyChanges(current.text, changes);
      const next = parseDocument(TextDocument.create(uri, languageId, version, text));
      // A fix that broke the JSON would be worse than the issue.
      if (next?.json.value === undefined) break;
      current = next;
    }
    return current;
  }
}

function certainFix(parsed: ParsedDocument, located: LocatedIssue) {
  return fixesFor(parsed, located).find(({ certainty }) => certainty === 'certain');
}

/** Changes that do not overlap, and do not write the same key into an object twice. */
function compatibleChanges(
  parsed: ParsedDocument,
  validate: ValidateDocument,
  isExcluded: (located: LocatedIssue) => boolean,
): readonly Change[] {
  const accepted = new ChangeSet();
  const renamed = new Set<string>();
  const issues = validate(parsed).issues.toSorted((one, other) => one.range.offset - other.range.offset);
  for (const located of issues) {
    const fix = isExcluded(located) ? undefined : certainFix(parsed, located);
    if (!fix) continue;
    const object = located.path.slice(0, located.path.lastIndexOf('/'));
    const rename = `${object}\n${fix.title}`;
    if (located.issue.code === 'unknown-field' && renamed.has(rename)) continue;
    if (accepted.add(fix.changes)) renamed.add(rename);
  }
  return accepted.changes;
}
