import * as vscode from 'vscode';

/** What menus, enablement and the walkthrough go by. */
export type ContextKey = 'sending' | 'listening' | 'noPorts' | 'hasCreated' | 'hasFailed';

export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `helpcrunch.${key}`, value);
}
