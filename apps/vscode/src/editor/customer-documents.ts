import { isCustomerFileName, isCustomerJson } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';

/** The open documents that are customer JSON: only there does anything appear by itself. */
export interface CustomerDocuments extends vscode.Disposable {
  readonly all: ReadonlySet<vscode.TextDocument>;
  /** Called when a document becomes customer JSON, or is that no more. */
  onDidChange(listener: (document: vscode.TextDocument) => void): vscode.Disposable;
}

/** In milliseconds: while someone types, `$schema` may be written, and nobody waits for that. */
const pause = 300;

export function createCustomerDocuments(): CustomerDocuments {
  const known = new Set<vscode.TextDocument>();
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  function set(document: vscode.TextDocument, isCustomer: boolean): void {
    if (isCustomer === known.has(document)) return;
    if (isCustomer) known.add(document);
    else known.delete(document);
    changed.fire(document);
  }
  function look(document: vscode.TextDocument): void {
    set(document, !document.isClosed && isCustomerDocument(document));
  }
  function lookSoon(document: vscode.TextDocument): void {
    if (!mayBecome(document)) return;
    clearTimeout(waiting.get(document));
    waiting.set(
      document,
      setTimeout(() => {
        waiting.delete(document);
        look(document);
      }, pause),
    );
  }

  const subscriptions = [
    changed,
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => lookSoon(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(waiting.get(document));
      waiting.delete(document);
      // Also when only the language was changed: then it is opened again at once.
      set(document, false);
    }),
  ];
  for (const document of vscode.workspace.textDocuments) look(document);
  return {
    all: known,
    onDidChange: changed.event,
    dispose() {
      for (const timer of waiting.values()) clearTimeout(timer);
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}

function isCustomerDocument(document: vscode.TextDocument): boolean {
  if (!isEditableJson(document)) return false;
  const { path } = document.uri;
  return isCustomerFileName(path) || isCustomerJson(path, document.getText());
}

/** A file by its name is what it is; another may come to name our schema. */
function mayBecome(document: vscode.TextDocument): boolean {
  return isEditableJson(document) && !isCustomerFileName(document.uri.path);
}

/** The old side of a comparison, and whatever else nobody can edit, is left alone. */
function isEditableJson({ languageId, uri: { scheme } }: vscode.TextDocument): boolean {
  const isJson = languageId === 'json' || languageId === 'jsonc';
  return isJson && (scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true);
}
