import { changeBetween } from '@helpcrunch-customer-kit/core';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { issueOf } from './diagnostics.ts';
import { applyChanges, type Change, ChangeSet } from './edits.ts';
import { fixesFor } from './fixes/fixes.ts';
import type { LocatedIssue, ValidateDocument } from './issues.ts';
import { toRange } from './nodes.ts';
import { type ParsedDocument, parseDocument, spotAt } from './parsed-document.ts';
import { refactors } from './refactors/refactors.ts';

/** Applies all certain fixes, on demand or on save. */
export const fixAllKind = 'source.fixAll.helpcrunch';

/** Fixes for the diagnostics of the context, refactorings at the range, and *fix all* when it is asked for. */
export function codeActionsAt(
  parsed: ParsedDocument,
  validate: ValidateDocument,
  range: Range,
  context: CodeActionContext,
): CodeAction[] {
  const wants = (kind: string) => context.only?.some((only) => isKindOf(kind, only));
  return [
    ...(wants(CodeActionKind.QuickFix) === false ? [] : quickFixes(parsed, validate, context)),
    ...(wants(CodeActionKind.RefactorRewrite) === false ? [] : refactorings(parsed, range)),
    // Only on demand: an editor asks for actions at every move of the cursor.
    ...(wants(fixAllKind) ? fixAllActions(parsed, validate) : []),
  ];
}

/** Kinds are a hierarchy: `source` includes `source.fixAll.helpcrunch`. */
function isKindOf(kind: string, only: string): boolean {
  return only === '' || kind === only || kind.startsWith(`${only}.`);
}

function quickFixes(parsed: ParsedDocument, validate: ValidateDocument, context: CodeActionContext) {
  if (context.diagnostics.length === 0) return [];
  const { issues } = validate(parsed);
  return context.diagnostics.flatMap((diagnostic) => {
    const located = issueOf(parsed, issues, diagnostic);
    const fixes = located ? fixesFor(parsed, located) : [];
    return fixes.map(
      ({ title, certainty, changes }): CodeAction => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        ...(certainty === 'certain' ? { isPreferred: true } : {}),
        edit: toWorkspaceEdit(parsed, changes),
      }),
    );
  });
}

function refactorings(parsed: ParsedDocument, range: Range): CodeAction[] {
  const spot = spotAt(parsed, parsed.document.offsetAt(range.start));
  if (!spot) return [];
  return refactors.flatMap((refactor) => {
    const prepared = refactor(spot, parsed);
    if (!prepared) return [];
    const edit = toWorkspaceEdit(parsed, prepared.changes);
    return [{ title: prepared.title, kind: CodeActionKind.RefactorRewrite, edit }];
  });
}

function fixAllActions(parsed: ParsedDocument, validate: ValidateDocument): CodeAction[] {
  const change = fixAll(parsed, validate);
  if (!change) return [];
  const edit = toWorkspaceEdit(parsed, [change]);
  return [{ title: 'Fix all auto-fixable HelpCrunch problems', kind: fixAllKind, edit }];
}

function toWorkspaceEdit({ document }: ParsedDocument, changes: readonly Change[]): WorkspaceEdit {
  const edits = changes.map((change) => ({ range: toRange(document, change), newText: change.text }));
  return { changes: { [document.uri]: edits } };
}

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
