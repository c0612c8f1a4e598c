import * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { type CustomerDocuments, isTable, mayCreateFrom } from '../editor/customer-documents.ts';
import type { Accounts } from './accounts.ts';

interface StatusBarParts {
  readonly accounts: Accounts;
  readonly documents: CustomerDocuments;
  readonly attempts: AttemptStore;
  /** Customers can be created from tables too. */
  readonly canImport: boolean;
}

/**
 * Names the account wherever a customer can be created from what is in view, a live one in the error color, and shows that
 * a customer is being sent.
 */
export function createStatusBar({
  accounts,
  documents,
  attempts,
  canImport,
}: StatusBarParts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('helpcrunch.account', vscode.StatusBarAlignment.Right, 100);
  item.name = 'HelpCrunch Account';
  item.command = 'helpcrunch.switchAccount';

  function maySend(document: vscode.TextDocument): boolean {
    if (documents.all.has(document) || mayCreateFrom(document) || (canImport && isTable(document)))
      return true;
    // The last customer may be from a document of any kind.
    return document.uri.toString() === attempts.shown?.attempt.uri;
  }

  async function update(): Promise<void> {
    if (!isInView(maySend)) {
      item.hide();
      return;
    }
    const { label, isLive, isSimulating } = await accounts.currentLabel();
    const where = isLive ? `${label} (live)` : label;
    const icon = attempts.isSending ? '$(sync~spin)' : '$(person-add)';
    item.text = `${icon} HelpCrunch: ${where}`;
    item.tooltip = isSimulating
      ? `Customers go to ${where}, which simulates a failure. Click to go back to normal.`
      : `Customers go to ${where}. Click to switch accounts.`;
    item.backgroundColor = isLive
      ? new vscode.ThemeColor('statusBarItem.errorBackground')
      : isSimulating
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
    item.show();
  }

  const subscriptions = [
    item,
    vscode.window.onDidChangeVisibleTextEditors(() => void update()),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    documents.onDidChange(() => void update()),
    accounts.onDidChange(() => void update()),
    attempts.onDidChange(({ kind }) => {
      if (kind === 'activity' || kind === 'ended') void update();
    }),
  ];
  void update();
  return vscode.Disposable.from(...subscriptions);
}

/** In the focused editor; in any visible one while the panel or a list has the focus. */
function isInView(isWanted: (document: vscode.TextDocument) => boolean): boolean {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = activeTextEditor ? [activeTextEditor] : visibleTextEditors;
  return editors.some(({ document }) => isWanted(document));
}
