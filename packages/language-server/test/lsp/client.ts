import type { Readable, Writable } from 'node:stream';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';

/** The editor's side of a connection. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Published diagnostics, the newest last. */
  readonly pushed: readonly PublishDiagnosticsParams[];
  /** Logged messages. */
  readonly logged: readonly string[];
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): Promise<void>;
  /** Requests the diagnostics of a document and returns their codes. */
  codes(uri: string): Promise<(string | number | undefined)[]>;
  ask<Result>(method: string, params: unknown): Promise<Result>;
  end(): Promise<void>;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folder?: string;
  /** Registers handlers before the server starts. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** Capabilities of an editor that requests diagnostics, as VS Code and Neovim do. */
export const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };

export async function connectClient(
  output: Readable,
  input: Writable,
  { capabilities = pulling, initializationOptions, folder, prepare }: ClientOptions,
): Promise<Client> {
  const connection = createProtocolConnection(
    new StreamMessageReader(output),
    new StreamMessageWriter(input),
  );
  const pushed: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params) => void pushed.push(params));
  connection.onNotification('window/logMessage', ({ message }) => void logged.push(message));
  prepare?.(connection);
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'folder' }],
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    pushed,
    logged,
    open: (uri, text, languageId = 'json') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      }),
    async codes(uri) {
      const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
    },
    ask: (method, params) => connection.sendRequest(method, params),
    async end() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}
