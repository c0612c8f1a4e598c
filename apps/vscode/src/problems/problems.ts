import * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { findDocument } from '../editor/find-document.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { type Finding, findingsOf, isOfAnswer } from './findings.ts';
import { afterEdit, inOtherText, outside } from './problem-list.ts';
import { type Problem, problemsOf } from './problem-ranges.ts';

/**
 * Shows what an attempt found wrong at its place in the source, in place of what was shown there before: follows the text
 * when it moves, and goes when the text is changed.
 */
export function createProblems(
  attempts: AttemptStore,
  isWatched: (document: vscode.TextDocument) => boolean,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('helpcrunch');
  const shown = new Map<string, { readonly problems: readonly Problem[]; readonly text: string }>();

  function set(document: vscode.TextDocument, problems: readonly Problem[]): void {
    const key = document.uri.toString();
    if (problems.length === 0) shown.delete(key);
    else shown.set(key, { problems, text: document.getText() });
    collection.set(
      document.uri,
      problems.map((problem) => toDiagnostic(document, problem)),
    );
  }

  async function replace(source: CustomerSource, findings: readonly Finding[]): Promise<void> {
    const document = await findDocument(source.uri);
    if (!document) return;
    const kept = outside(shown.get(source.uri)?.problems ?? [], source.now(source.piece) ?? source.piece);
    // Of what was found before anything was sent, the language server tells, where it looks.
    const own = isWatched(document) ? findings.filter(({ code }) => isOfAnswer(code)) : findings;
    set(document, [...kept, ...problemsOf(own, source, document.getText())]);
  }

  const subscriptions = [
    collection,
    attempts.onDidChange((change) => {
      if (change.kind !== 'attempted' || !change.source) return;
      void replace(change.source, findingsOf(change.attempt.outcome));
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const problems = shown.get(document.uri.toString())?.problems;
      if (!problems || contentChanges.length === 0) return;
      set(document, afterEdit(problems, contentChanges, document.getText()));
    }),
    // A document that was closed may have been changed elsewhere before it comes back.
    vscode.workspace.onDidOpenTextDocument((document) => {
      const known = shown.get(document.uri.toString());
      if (!known || known.text === document.getText()) return;
      set(document, inOtherText(known.problems, document.getText()));
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === 'untitled') collection.delete(uri);
    }),
  ];
  return vscode.Disposable.from(...subscriptions);
}

/** What HelpCrunch said has no rule of ours behind it. */
function ruleLink(code: string): NonNullable<vscode.Diagnostic['code']> {
  if (isOfAnswer(code)) return code;
  const query = JSON.stringify([code]);
  return { value: code, target: vscode.Uri.from({ scheme: 'command', path: 'helpcrunch.showRule', query }) };
}

function toDiagnostic(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
  const { offset, length } = problem.range;
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  const severity =
    problem.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Information;
  const diagnostic = new vscode.Diagnostic(range, problem.sentence, severity);
  diagnostic.source = 'helpcrunch';
  diagnostic.code = ruleLink(problem.code);
  return diagnostic;
}
