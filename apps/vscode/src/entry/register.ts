import { customerSchemaId } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { createAccountStore } from '../accounts/account-store.ts';
import { registerAgentServers } from '../agents/agent-servers.ts';
import {
  type CustomerDocuments,
  createCustomerDocuments,
  mayCreateFrom,
} from '../editor/customer-documents.ts';
import { type App, commandIds, type HistoryView, historyViewId, ownScheme, panelType } from './contract.ts';
import type { HostParts } from './host-parts.ts';

/**
 * Registers commands, the panel's serializer and the `helpcrunch:` documents. Loads the rest of the extension only when a
 * command runs, a panel is restored, or customer JSON is opened. Awaits nothing and uses no network.
 */
export function register(context: vscode.ExtensionContext, host: HostParts): void {
  const { loadApp, ...hostParts } = host;
  const customerDocuments = createCustomerDocuments();
  const store = createAccountStore(context.secrets, context.workspaceState, hostParts.accountFile);
  let starting: Promise<App> | undefined;
  function app(): Promise<App> {
    const parts = { customerDocuments, historyView, store, ...hostParts };
    starting ??= loadApp().then(({ startApp }) => startApp(context, parts));
    return starting;
  }

  const historyView = createHistoryView(app);
  context.subscriptions.push(
    historyView.tree,
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => (await app()).run(id, args)),
    ),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel) => (await app()).restorePanel(panel),
    }),
    vscode.workspace.registerTextDocumentContentProvider(
      ownScheme,
      createOwnDocuments(context.extensionUri, app),
    ),
    registerPaste(customerDocuments, app),
    customerDocuments,
    store,
    customerDocuments.onDidChange(() => void app()),
  );
  const { agents } = hostParts;
  if (agents) {
    const { extensionUri } = context;
    context.subscriptions.push(registerAgentServers({ extensionUri, store, host: agents, app }));
  }
  // The status bar names the account in plain JSON that a customer may be created from.
  const loadFor = (editor = vscode.window.activeTextEditor) => {
    if (!starting && editor && mayCreateFrom(editor.document)) void app();
  };
  context.subscriptions.push(vscode.window.onDidChangeActiveTextEditor(loadFor));
  loadFor();
  if (customerDocuments.all.size + customerDocuments.tables.size > 0) void app();
}

/** The view of earlier creates; it loads the rest of the extension once it is in view. */
function createHistoryView(app: () => Promise<unknown>): HistoryView {
  const changed = new vscode.EventEmitter<undefined>();
  let read: () => Promise<vscode.TreeItem[]> = async () => [];
  const treeDataProvider: vscode.TreeDataProvider<vscode.TreeItem> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (item) => item,
    async getChildren(parent) {
      if (parent) return [];
      await app();
      return read();
    },
  };
  return {
    tree: vscode.window.createTreeView(historyViewId, { treeDataProvider }),
    fill(reader) {
      read = reader;
    },
    refresh: () => changed.fire(undefined),
  };
}

/**
 * Documents that work offline: the schema that `$schema` names, and a page for each rule, `helpcrunch://rules/<code>.md`,
 * which is its section of docs/rules.md; and texts that the panel opened.
 */
function createOwnDocuments(
  extensionUri: vscode.Uri,
  app: () => Promise<App>,
): vscode.TextDocumentContentProvider {
  async function read(file: string): Promise<string> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', file));
    return new TextDecoder().decode(bytes);
  }
  return {
    async provideTextDocumentContent(uri) {
      if (uri.authority === 'texts' || uri.authority === 'questions') return (await app()).readText(uri);
      if (uri.toString() === customerSchemaId) return read('customer.schema.json');
      const code = uri.authority === 'rules' ? /^\/([a-z-]+)\.md$/.exec(uri.path)?.[1] : undefined;
      return code === undefined ? undefined : ruleSection(await read('rules.md'), code);
    },
  };
}

/** Offers to paste as a customer only where a customer may be pasted, and loads the rest of the extension only there. */
function registerPaste(documents: CustomerDocuments, app: () => Promise<App>): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('helpcrunch', 'customer');
  return vscode.languages.registerDocumentPasteEditProvider(
    [{ language: 'json' }, { language: 'jsonc' }],
    {
      async provideDocumentPasteEdits(document, ranges, dataTransfer, { only }) {
        if (only && !only.contains(kind)) return undefined;
        if (!documents.all.has(document) && !mayHoldCustomer(document)) return undefined;
        const pasted = await dataTransfer.get('text/plain')?.asString();
        if (!pasted || !/^\s*(?:[[{]|(?:\$\s+)?curl)/.test(pasted)) return undefined;
        return (await app()).pasteEdits({ document, ranges, pasted, kind });
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] },
  );
}

function mayHoldCustomer(document: vscode.TextDocument): boolean {
  return document.isUntitled || document.getText().trim() === '';
}

/** The section of a rule in docs/rules.md; `undefined` when there is none. */
export function ruleSection(rules: string, code: string): string | undefined {
  const section = rules.split(/^(?=## )/m).find((part) => part.startsWith(`## ${code}\n`));
  return section?.replace('## ', '# ');
}
