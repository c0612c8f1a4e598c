import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { issueOf } from './diagnostics.ts';
import type { Change } from './edits.ts';
import { fixAll } from './fix-all.ts';
import { fixesFor } from './fixes/fixes.ts';
import type { ValidateDocument } from './issues.ts';
import { toRange } from './nodes.ts';
import { type ParsedDocument, spotAt } from './parsed-document.ts';
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
