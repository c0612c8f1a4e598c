import { type TextDocument, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Middleware,
} from 'vscode-languageclient';
import type { CustomerDocuments } from '../editor/customer-documents.ts';

/** The documents that are open in the server: customer JSON and tables of customers, each once. */
export interface OpenDocuments {
  has(uri: Uri): boolean;
  /** True when the server should open a document; from then on it counts as open. */
  admit(document: TextDocument): boolean;
  /** True when the server should close a document. */
  dismiss(document: TextDocument): boolean;
  /** Opens or closes a document that became or stopped being one of them while it was open. */
  follow(client: BaseLanguageClient, document: TextDocument): void;
  /** For a server that started again. */
  clear(): void;
}

export function createOpenDocuments(documents: CustomerDocuments): OpenDocuments {
  const opened = new Set<string>();
  const isWanted = (document: TextDocument) => documents.all.has(document) || documents.tables.has(document);
  return {
    has: (uri) => opened.has(uri.toString()),
    admit(document) {
      const uri = document.uri.toString();
      if (!isWanted(document) || opened.has(uri)) return false;
      opened.add(uri);
      return true;
    },
    dismiss: (document) => opened.delete(document.uri.toString()),
    follow(client, document) {
      const isCustomer = isWanted(document);
      if (!client.isRunning() || isCustomer === opened.has(document.uri.toString())) return;
      const feature = isCustomer
        ? client.getFeature(DidOpenTextDocumentNotification.method)
        : client.getFeature(DidCloseTextDocumentNotification.method);
      void feature.getProvider(document)?.send(document);
    },
    clear: () => opened.clear(),
  };
}

/** Passes on what is about documents that are open in the server, and nothing else. */
export function onlyFor(open: OpenDocuments): Middleware {
  return {
    didOpen: async (document, next) => (open.admit(document) ? next(document) : undefined),
    didChange: async (event, next) => (open.has(event.document.uri) ? next(event) : undefined),
    didClose: async (document, next) => (open.dismiss(document) ? next(document) : undefined),
    provideDiagnostics: (document, previous, token, next) =>
      open.has(document instanceof Uri ? document : document.uri)
        ? next(document, previous, token)
        : undefined,
    provideHover: (document, position, token, next) =>
      open.has(document.uri) ? next(document, position, token) : undefined,
    provideCompletionItem: (document, position, context, token, next) =>
      open.has(document.uri) ? next(document, position, context, token) : undefined,
    provideCodeActions: (document, range, context, token, next) =>
      open.has(document.uri) ? next(document, range, context, token) : undefined,
    provideCodeLenses: (document, token, next) =>
      open.has(document.uri) ? next(document, token) : undefined,
    provideDocumentColors: (document, token, next) =>
      open.has(document.uri) ? next(document, token) : undefined,
    provideColorPresentations: (color, context, token, next) =>
      open.has(context.document.uri) ? next(color, context, token) : undefined,
    provideDocumentSymbols: (document, token, next) =>
      open.has(document.uri) ? next(document, token) : undefined,
  };
}
