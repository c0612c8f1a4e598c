import {
  type ClientCapabilities,
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind } from '../service/actions/code-actions.ts';
import type { Settings } from './settings.ts';

/** True for a client that asks for diagnostics when it wants them. */
export function canPull({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** What the server can do for a client. */
export function serverCapabilities(client: ClientCapabilities, { codeLens }: Settings): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"', ':'] },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
    },
    colorProvider: true,
    documentSymbolProvider: { label: 'Customers' },
    ...(codeLens ? { codeLensProvider: {} } : {}),
    ...(canPull(client)
      ? {
          diagnosticProvider: {
            identifier: 'helpcrunch',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
