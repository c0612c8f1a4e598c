import * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import type { CustomerDocuments } from '../editor/customer-documents.ts';
import type { AccountStore } from './account-store.ts';
import type { Accounts } from './accounts.ts';

/** Names the account while customer JSON is in view, a live one in the error color, and shows that a customer is being sent. */
export function createStatusBar(
  accounts: Accounts,
  store: AccountStore,
  documents: CustomerDocuments,
  attempts: AttemptStore,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('helpcrunch.account', vscode.StatusBarAlignment.Right, 100);
  item.name = 'HelpCrunch Account';
  item.command = 'helpcrunch.switchAccount';

  async function update(): Promise<void> {
    if (!isInView(documents)) {
      item.hide();
      return;
    }
    const { label, isLive } = await accounts.currentLabel();
    const where = isLive ? `${label} (live)` : label;
    const icon = attempts.isSending ? '$(sync~spin)' : '$(person-add)';
    item.text = `${icon} HelpCrunch: ${where}`;
    item.tooltip = `Customers go to ${where}. Click to switch accounts.`;
    item.backgroundColor = isLive ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  }

  const subscriptions = [
    item,
    vscode.window.onDidChangeVisibleTextEditors(() => void update()),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    documents.onDidChange(() => void update()),
    store.onDidChange(() => void update()),
    attempts.onDidChange(({ kind }) => {
      if (kind === 'activity') void update();
    }),
  ];
  void update();
  return vscode.Disposable.from(...subscriptions);
}

/** In the focused editor; in any visible one while the panel or a list has the focus. */
function isInView(documents: CustomerDocuments): boolean {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = activeTextEditor ? [activeTextEditor] : visibleTextEditors;
  return editors.some(({ document }) => documents.all.has(document));
}
