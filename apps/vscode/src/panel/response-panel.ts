import * as vscode from 'vscode';
import { panelType } from '../contract/app-interface.ts';
import { type FromPanel, readFromPanel, type ToPanel } from './panel-message.ts';
import { panelPage } from './panel-page.ts';
import type { PanelView } from './panel-view.ts';

export interface ResponsePanel {
  /** Shows a view, beside the editor the first time and later where the person put the panel; focus stays. */
  show(view: PanelView): void;
  /** Shows what has changed where the panel is open, and leaves it closed or hidden where it is not. */
  update(view: PanelView): void;
  setBusy(isBusy: boolean): void;
  /** Takes over a panel that came back with its window. */
  adopt(panel: vscode.WebviewPanel): void;
  readonly isOpen: boolean;
}

/** One panel for the responses; it holds no state of its own, so that hiding or reloading it loses nothing. */
export function createResponsePanel(
  extensionUri: vscode.Uri,
  currentView: () => PanelView | undefined,
  receive: (message: FromPanel) => void,
): ResponsePanel {
  let open: vscode.WebviewPanel | undefined;
  let isBusy = false;
  const roots = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));

  function post(message: ToPanel): void {
    void open?.webview.postMessage(message);
  }

  function fill(): void {
    const view = currentView();
    if (view) post({ type: 'show', view });
    post({ type: 'busy', isBusy });
  }

  function adopt(panel: vscode.WebviewPanel): void {
    open = panel;
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

  return {
    show(view) {
      if (!open) {
        const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        adopt(
          vscode.window.createWebviewPanel(panelType, 'HelpCrunch Response', column, {
            enableFindWidget: true,
          }),
        );
        return;
      }
      if (!open.visible) open.reveal(undefined, true);
      post({ type: 'show', view });
    },
    update: (view) => post({ type: 'show', view }),
    setBusy(next) {
      isBusy = next;
      post({ type: 'busy', isBusy });
    },
    adopt,
    get isOpen() {
      return open !== undefined;
    },
  };
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
