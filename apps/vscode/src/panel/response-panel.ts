import * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { panelType } from '../entry/contract.ts';
import { onDidMoveLines } from '../feedback/outcome-issues.ts';
import { type FromPanel, type PanelView, readFromPanel, type ToPanel } from './panel-view.ts';

export interface ResponsePanel extends vscode.Disposable {
  /** Takes over a panel that was restored with its window. */
  adopt(panel: vscode.WebviewPanel): void;
  isInView(): boolean;
}

interface PanelParts {
  readonly extensionUri: vscode.Uri;
  readonly attempts: AttemptStore;
  readonly currentView: () => PanelView | undefined;
  readonly receive: (message: FromPanel) => void;
  /** Calls a listener when the view may have changed for another reason than the store. */
  onDidChangeOther(listener: () => void): vscode.Disposable;
}

/**
 * One panel for all responses: it opens after a create, and follows the store from then on. It has no state of its own, so
 * that hiding or reloading it loses nothing.
 */
export function createResponsePanel(parts: PanelParts): ResponsePanel {
  const { extensionUri, attempts, currentView, receive } = parts;
  let open: vscode.WebviewPanel | undefined;
  const roots = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));

  function post(message: ToPanel): void {
    void open?.webview.postMessage(message);
  }

  function fill(): void {
    if (!open) return;
    post({ type: 'show', view: currentView() });
    post({ type: 'busy', isBusy: attempts.isSending });
  }

  function adopt(panel: vscode.WebviewPanel): void {
    open = panel;
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: roots };
    panel.onDidDispose(() => {
      if (open === panel) open = undefined;
    });
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = readFromPanel(raw);
      if (message?.type === 'ready') fill();
      else if (message) receive(message);
    });
    const uri = (folder: string, file: string) =>
      panel.webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, folder, file)).toString();
    panel.webview.html = panelPage({
      nonce: newNonce(),
      cspSource: panel.webview.cspSource,
      script: uri('dist', 'panel.js'),
      style: uri('media', 'panel.css'),
    });
  }

  /** Next to the customer's editor the first time, later where the user put the panel. The focus stays. */
  function bringToView(): void {
    if (open) {
      if (!open.visible) open.reveal(undefined, true);
      return;
    }
    const uri = attempts.shown?.source?.uri;
    const isSource = ({ document }: vscode.TextEditor) => document.uri.toString() === uri;
    const column = vscode.window.visibleTextEditors.find(isSource)?.viewColumn;
    const { all } = vscode.window.tabGroups;
    const viewColumn = column === undefined ? vscode.ViewColumn.Beside : columnNextTo(column, all);
    const show = { viewColumn, preserveFocus: true };
    adopt(
      vscode.window.createWebviewPanel(panelType, 'HelpCrunch Response', show, { enableFindWidget: true }),
    );
  }

  const subscription = attempts.onDidChange(({ kind }) => {
    if (kind === 'ended' || kind === 'shown') bringToView();
    fill();
  });
  const shownUri = () => attempts.shown?.source?.uri;
  const edits = onDidMoveLines(shownUri, fill);
  const others = parts.onDidChangeOther(fill);
  return {
    adopt,
    isInView: () => open?.visible === true,
    dispose: () => vscode.Disposable.from(subscription, edits, others).dispose(),
  };
}

/** The next column, unless it shows the walkthrough, whose next button the user is about to press: then a new one. */
export function columnNextTo(
  column: number,
  groups: readonly {
    readonly viewColumn: number;
    readonly activeTab: { readonly input: unknown } | undefined;
  }[],
): number {
  const tab = groups.find(({ viewColumn }) => viewColumn === column + 1)?.activeTab;
  // VS Code describes the tabs of files and webviews, and not that of the walkthrough.
  return tab && tab.input === undefined ? groups.length + 1 : column + 1;
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

export interface PanelPageParts {
  readonly nonce: string;
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
}

/** The panel's empty page; its script adds everything as text. */
export function panelPage({ nonce, cspSource, script, style }: PanelPageParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>HelpCrunch response</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
