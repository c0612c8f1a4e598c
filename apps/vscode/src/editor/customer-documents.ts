import {
  customerTableFormat,
  isCustomerFileName,
  isCustomerJson,
  mayHoldCustomer,
} from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';

/** The open documents that are customer JSON: only there do lenses, diagnostics and the status bar appear. */
export interface CustomerDocuments extends vscode.Disposable {
  readonly all: ReadonlySet<vscode.TextDocument>;
  /** The open tables of customers, by the names of their files: only diagnostics appear there. */
  readonly tables: ReadonlySet<vscode.TextDocument>;
  /** Called when a document becomes or stops being customer JSON, or such a table. */
  onDidChange(listener: (document: vscode.TextDocument) => void): vscode.Disposable;
}

/** In milliseconds, after the last edit. */
const readDelay = 300;

export function createCustomerDocuments(): CustomerDocuments {
  const known = new Set<vscode.TextDocument>();
  const tables = new Set<vscode.TextDocument>();
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  function put(document: vscode.TextDocument, set: Set<vscode.TextDocument>, isIn: boolean): void {
    if (isIn === set.has(document)) return;
    if (isIn) set.add(document);
    else set.delete(document);
    changed.fire(document);
  }
  function check(document: vscode.TextDocument): void {
    put(document, known, !document.isClosed && isCustomerDocument(document));
    put(document, tables, !document.isClosed && isCustomerTable(document));
  }
  function checkLater(document: vscode.TextDocument): void {
    if (!mayChange(document)) return;
    clearTimeout(waiting.get(document));
    waiting.set(
      document,
      setTimeout(() => {
        waiting.delete(document);
        check(document);
      }, readDelay),
    );
  }

  const subscriptions = [
    changed,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => checkLater(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(waiting.get(document));
      waiting.delete(document);
      // Also when only the language changed: then the document is opened again at once.
      put(document, known, false);
      put(document, tables, false);
    }),
  ];
  for (const document of vscode.workspace.textDocuments) check(document);
  return {
    all: known,
    tables,
    onDidChange: changed.event,
    dispose() {
      for (const timer of waiting.values()) clearTimeout(timer);
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}

/** True for plain JSON that a customer may be created from: there, only the status bar appears by itself. */
export function mayCreateFrom(document: vscode.TextDocument): boolean {
  return isEditableJson(document) && mayHoldCustomer(document.getText());
}

/** True for a table that may be imported. */
export function isTable(document: vscode.TextDocument): boolean {
  return /\.(?:csv|tsv|jsonl|ndjson)$/i.test(document.uri.path) && isEditable(document);
}

function isCustomerDocument(document: vscode.TextDocument): boolean {
  if (!isEditableJson(document)) return false;
  const { path } = document.uri;
  return isCustomerFileName(path) || isCustomerJson(path, document.getText());
}

/** False for a file that is customer JSON by its name; another one may name the schema later. */
function mayChange(document: vscode.TextDocument): boolean {
  return isEditableJson(document) && !isCustomerFileName(document.uri.path);
}

/** In whatever language: without another extension, CSV is plain text. */
function isCustomerTable(document: vscode.TextDocument): boolean {
  return customerTableFormat(document.uri.path) !== undefined && isEditable(document);
}

function isEditableJson(document: vscode.TextDocument): boolean {
  const { languageId } = document;
  return (languageId === 'json' || languageId === 'jsonc') && isEditable(document);
}

/** Not the old side of a comparison or another document that cannot be edited. */
function isEditable({ uri: { scheme } }: vscode.TextDocument): boolean {
  return scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}
