import type { Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName } from './client-options.ts';

/** The server in a web worker. */
export function createWorkerClient(server: Uri, options: LanguageClientOptions): BaseLanguageClient {
  return new LanguageClient(clientId, clientName, new Worker(server.toString(true)), options);
}
