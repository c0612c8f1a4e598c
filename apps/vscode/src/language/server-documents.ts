import { type TextDocument, Uri } from 'vscode';
import {
  type BaseLanguageClient,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Middleware,
} from 'vscode-languageclient';
import type { CustomerDocuments } from '../editor/customer-documents.ts';

/** The documents that the server was told of: customer JSON, each once. */
export interface OpenDocuments {
  has(uri: Uri): boolean;
  /** True when the server is to be told that a document is open; it counts as told then. */
  admit(document: TextDocument): boolean;
  /** True when the server is to be told that a document is closed. */
  dismiss(document: TextDocument): boolean;
  /** Opens or closes a document that became customer JSON, or is that no more, while it was open. */
  follow(client: BaseLanguageClient, document: TextDocument): void;
  /** A server that starts anew knows nothing. */
  clear(): void;
}

export function createOpenDocuments(documents: CustomerDocuments): OpenDocuments {
  const told = new Set<string>();
  return {
    has: (uri) => told.has(uri.toString()),
    admit(document) {
      const uri = document.uri.toString();
      if (!documents.all.has(document) || told.has(uri)) return false;
      told.add(uri);
      return true;
    },
    dismiss: (document) => told.delete(document.uri.toString()),
    follow(client, document) {
      const isCustomer = documents.all.has(document);
      if (!client.isRunning() || isCustomer === told.has(document.uri.toString())) return;
      const feature = isCustomer
        ? client.getFeature(DidOpenTextDocumentNotification.method)
        : client.getFeature(DidCloseTextDocumentNotification.method);
      void feature.getProvider(document)?.send(document);
    },
    clear: () => told.clear(),
  };
}

/** Lets pass what is about documents that the server has open, and nothing about any other. */
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
