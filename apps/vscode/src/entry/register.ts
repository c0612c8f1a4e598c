import * as vscode from 'vscode';
import { type App, type AppModule, panelType } from '../contract/app-interface.ts';
import { commandIds } from '../contract/command-ids.ts';
import { isCustomerJson } from '../contract/is-customer-json.ts';

/**
 * Registers commands and the panel's return, and loads the rest of the extension only once a command runs, a panel
 * comes back, or customer JSON comes into view. Awaits nothing and touches no network.
 */
export function register(context: vscode.ExtensionContext, loadApp: () => Promise<AppModule>): void {
  let starting: Promise<App> | undefined;
  function app(): Promise<App> {
    starting ??= loadApp().then(({ startApp }) => startApp(context));
    return starting;
  }

  function startForCustomerJson(editor: vscode.TextEditor | undefined): void {
    if (editor && isCustomerJsonDocument(editor.document)) void app();
  }

  context.subscriptions.push(
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => (await app()).run(id, args)),
    ),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel) => (await app()).restorePanel(panel),
    }),
    vscode.window.onDidChangeActiveTextEditor(startForCustomerJson),
  );
  startForCustomerJson(vscode.window.activeTextEditor);
}

function isCustomerJsonDocument(document: vscode.TextDocument): boolean {
  if (!/^jsonc?$/.test(document.languageId)) return false;
  return isCustomerJson(document.uri.path, document.getText(new vscode.Range(0, 0, 20, 0)));
}
