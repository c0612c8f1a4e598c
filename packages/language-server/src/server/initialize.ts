import {
  type ClientCapabilities,
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { ClientSettings, LensSettings } from '../protocol.ts';
import { fixAllKind } from '../service/code-actions.ts';

/** A client's settings, complete. */
export type Settings = Required<Pick<ClientSettings, 'schemaFeatures' | 'clientFiles'>> & {
  readonly codeLens: LensSettings | undefined;
  readonly rulesUrl: string | undefined;
  readonly nextCount: number | undefined;
};

/** Reads `initializationOptions`; a missing or malformed setting counts as not set. */
export function readSettings(sent: unknown): Settings {
  const options = toRecord(sent);
  const { command, account } = toRecord(options['codeLens']);
  const isLens = typeof command === 'string' && typeof account === 'string';
  const rulesUrl = options['rulesUrl'];
  const nextCount = options['nextCount'];
  return {
    schemaFeatures: options['schemaFeatures'] === true,
    codeLens: isLens ? { command, account } : undefined,
    rulesUrl: typeof rulesUrl === 'string' ? rulesUrl : undefined,
    nextCount: typeof nextCount === 'number' ? nextCount : undefined,
    clientFiles: options['clientFiles'] === true,
  };
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Whether the client requests diagnostics when it needs them. */
export function canPull({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

export function serverCapabilities(client: ClientCapabilities, { codeLens }: Settings): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"', ':', '{'] },
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
