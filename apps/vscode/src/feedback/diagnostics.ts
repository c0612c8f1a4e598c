import * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { findDocument } from '../editor/documents.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import {
  afterEdit,
  inChangedText,
  isFromHelpCrunch,
  issuesOf,
  type OutcomeIssue,
  outside,
  type PlacedIssue,
  placeIssue,
} from './outcome-issues.ts';

/**
 * Shows the issues of an attempt in its source, in place of those of the attempt before. An issue moves with its text, and
 * is removed when that text is changed.
 */
export function createDiagnostics(
  attempts: AttemptStore,
  isWatched: (document: vscode.TextDocument) => boolean,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('helpcrunch');
  const shown = new Map<string, { readonly issues: readonly PlacedIssue[]; readonly text: string }>();

  function set(document: vscode.TextDocument, issues: readonly PlacedIssue[]): void {
    const key = document.uri.toString();
    if (issues.length === 0) shown.delete(key);
    else shown.set(key, { issues, text: document.getText() });
    collection.set(
      document.uri,
      issues.map((issue) => toDiagnostic(document, issue)),
    );
  }

  async function replace(source: CustomerSource, issues: readonly OutcomeIssue[]): Promise<void> {
    const document = await findDocument(source.uri);
    if (!document) return;
    const others = outside(shown.get(source.uri)?.issues ?? [], source.place.range ?? source.piece);
    // In customer JSON, the language server shows what was found before anything was sent.
    const own = isWatched(document) ? issues.filter(({ code }) => isFromHelpCrunch(code)) : issues;
    const text = document.getText();
    set(document, [...others, ...own.flatMap((issue) => placeIssue(issue, source, text) ?? [])]);
  }

  const subscriptions = [
    collection,
    attempts.onDidChange((change) => {
      if (change.kind !== 'attempted' || !change.source) return;
      void replace(change.source, issuesOf(change.attempt.outcome));
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const issues = shown.get(document.uri.toString())?.issues;
      if (!issues || contentChanges.length === 0) return;
      set(document, afterEdit(issues, contentChanges, document.getText()));
    }),
    // A closed document may have been changed elsewhere before it is opened again.
    vscode.workspace.onDidOpenTextDocument((document) => {
      const known = shown.get(document.uri.toString());
      if (!known || known.text === document.getText()) return;
      set(document, inChangedText(known.issues, document.getText()));
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === 'untitled') collection.delete(uri);
    }),
  ];
  return vscode.Disposable.from(...subscriptions);
}

/** What HelpCrunch reports is not one of the rules. */
function ruleLink(code: string): NonNullable<vscode.Diagnostic['code']> {
  if (isFromHelpCrunch(code)) return code;
  const query = JSON.stringify([code]);
  return { value: code, target: vscode.Uri.from({ scheme: 'command', path: 'helpcrunch.showRule', query }) };
}

function toDiagnostic(document: vscode.TextDocument, issue: PlacedIssue): vscode.Diagnostic {
  const { offset, length } = issue.range;
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  const severity =
    issue.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Information;
  const diagnostic = new vscode.Diagnostic(range, issue.message, severity);
  diagnostic.source = 'helpcrunch';
  diagnostic.code = ruleLink(issue.code);
  return diagnostic;
}
