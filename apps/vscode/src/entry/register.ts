import * as vscode from 'vscode';
import { type App, type HostParts, panelType } from '../contract/app-interface.ts';
import { commandIds } from '../contract/command-ids.ts';
import { createCustomerDocuments } from '../customer-json/customer-documents.ts';
import { createOwnDocuments, ownScheme } from './own-documents.ts';
import { registerPaste } from './paste-provider.ts';

/**
 * Registers commands, the panel's return and the documents under `helpcrunch:`, and loads the rest of the extension
 * only once a command runs, a panel comes back, or customer JSON is opened. Awaits nothing and touches no network.
 */
export function register(context: vscode.ExtensionContext, host: HostParts): void {
  const { loadLanguage, listen, openLedger } = host;
  const customerDocuments = createCustomerDocuments();
  let starting: Promise<App> | undefined;
  function app(): Promise<App> {
    const parts = { customerDocuments, loadLanguage, listen, openLedger };
    starting ??= host.loadApp().then(({ startApp }) => startApp(context, parts));
    return starting;
  }

  context.subscriptions.push(
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => (await app()).run(id, args)),
    ),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel) => (await app()).restorePanel(panel),
    }),
    vscode.workspace.registerTextDocumentContentProvider(ownScheme, createOwnDocuments(context.extensionUri)),
    registerPaste(customerDocuments, app),
    customerDocuments,
    customerDocuments.onDidChange(() => void app()),
  );
  if (customerDocuments.all.size > 0) void app();
}
