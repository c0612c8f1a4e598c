import * as vscode from 'vscode';
import type { CustomerSource } from '../source/customer-source.ts';
import { type OutcomeIssue, placeIssue } from './outcome-issues.ts';

/**
 * Where an issue is in its document now, as the status bar counts: `line 3, column 9`; `undefined` when the document is not
 * open, or the value was changed.
 */
export function openPosition(issue: OutcomeIssue, source: CustomerSource): string | undefined {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === source.uri);
  const range = document && placeIssue(issue, source, document.getText())?.range;
  const position = range && document.positionAt(range.offset);
  return position && `line ${position.line + 1}, column ${position.character + 1}`;
}

/** In milliseconds, after the last edit. */
const quietMs = 300;

/** Calls a listener some time after edits of the document of a source, when lines may have moved. */
export function onDidMoveLines(uri: () => string | undefined, listener: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const edits = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document.uri.toString() !== uri()) return;
    clearTimeout(timer);
    timer = setTimeout(listener, quietMs);
  });
  return {
    dispose() {
      clearTimeout(timer);
      edits.dispose();
    },
  };
}
