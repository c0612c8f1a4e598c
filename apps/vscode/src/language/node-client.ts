import type { Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName } from './client-options.ts';

/** The server in a process of its own, started again when it crashes. */
export function createNodeClient(server: Uri, options: LanguageClientOptions): BaseLanguageClient {
  const run = { module: server.fsPath, transport: TransportKind.ipc };
  return new LanguageClient(clientId, clientName, { run, debug: run }, options);
}
