import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Judge } from '../diagnostics/judge.ts';
import type { Analysis } from '../document/analysis.ts';
import { spotAt } from '../document/spot.ts';
import { toRange } from '../document/to-range.ts';
import type { Change } from '../edits/change.ts';
import { refactors } from '../refactors.ts';
import { fixAll } from './fix-all.ts';
import { makeFixes } from './make-fixes.ts';
import { matchFinding } from './match-finding.ts';

/** Puts right everything that has one right answer, on demand or on save. */
export const fixAllKind = 'source.fixAll.helpcrunch';

/** Fixes for the findings of the context, rewrites of what stands at the range, and *fix all* when it is asked for. */
export function codeActionsAt(
  analysis: Analysis,
  judge: Judge,
  range: Range,
  context: CodeActionContext,
): CodeAction[] {
  const wants = (kind: string) => context.only?.some((only) => isKindOf(kind, only));
  return [
    ...(wants(CodeActionKind.QuickFix) === false ? [] : quickFixes(analysis, judge, context)),
    ...(wants(CodeActionKind.RefactorRewrite) === false ? [] : rewrites(analysis, range)),
    // Computed only on demand: an editor asks for actions at every move of the cursor.
    ...(wants(fixAllKind) ? everything(analysis, judge) : []),
  ];
}

/** Kinds are levels: `source` asks for `source.fixAll.helpcrunch` too. */
function isKindOf(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

function quickFixes(analysis: Analysis, judge: Judge, context: CodeActionContext) {
  if (context.diagnostics.length === 0) return [];
  const { findings } = judge(analysis);
  return context.diagnostics.flatMap((diagnostic) => {
    const finding = matchFinding(analysis, findings, diagnostic);
    const made = finding ? makeFixes(analysis, finding) : [];
    return made.map(
      ({ title, certainty, changes }): CodeAction => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        ...(certainty === 'sure' ? { isPreferred: true } : {}),
        edit: toWorkspaceEdit(analysis, changes),
      }),
    );
  });
}

function rewrites(analysis: Analysis, range: Range): CodeAction[] {
  const spot = spotAt(analysis, analysis.document.offsetAt(range.start));
  if (!spot) return [];
  return refactors.flatMap((refactor) => {
    const made = refactor(spot, analysis);
    if (!made) return [];
    const edit = toWorkspaceEdit(analysis, made.changes);
    return [{ title: made.title, kind: CodeActionKind.RefactorRewrite, edit }];
  });
}

function everything(analysis: Analysis, judge: Judge): CodeAction[] {
  const change = fixAll(analysis, judge);
  if (!change) return [];
  const edit = toWorkspaceEdit(analysis, [change]);
  return [{ title: 'Put right all that HelpCrunch has one answer for', kind: fixAllKind, edit }];
}

function toWorkspaceEdit({ document }: Analysis, changes: readonly Change[]): WorkspaceEdit {
  const edits = changes.map((change) => ({ range: toRange(document, change), newText: change.text }));
  return { changes: { [document.uri]: edits } };
}
