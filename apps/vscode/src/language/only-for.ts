import { Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { OpenDocuments } from './open-documents.ts';

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
