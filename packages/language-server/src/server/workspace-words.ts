import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CustomerService } from '../service/customer-service.ts';
import { crashLog } from './crash-log.ts';
import type { CustomerFiles, Runtime } from './runtime.ts';

/** More files than these teach nothing new. */
const mostFiles = 500;

/** Learns from the customer files of a workspace, one after another and never while something else waits. */
export interface WorkspaceWords {
  /** Reads all files of some folders; the first call counts. */
  start(folders: readonly string[]): void;
  /** Reads a file again, or forgets it. */
  update(uri: string, isGone: boolean): void;
}

export function createWorkspaceWords(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  service: CustomerService,
  files: CustomerFiles | undefined,
  { soon }: Runtime,
): WorkspaceWords {
  let isStarted = false;
  return {
    start(folders) {
      if (isStarted || !files) return;
      isStarted = true;
      void readAll(files, folders).catch(log);
    },
    update(uri, isGone) {
      if (isGone) service.forget(uri);
      else if (isStarted && files) void learn(files, uri).catch(log);
    },
  };

  async function readAll(from: CustomerFiles, folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      const uris = await from.list(folder);
      for (const uri of uris.slice(0, mostFiles)) {
        await new Promise<void>((resolve) => soon(resolve));
        await learn(from, uri);
      }
    }
  }

  async function learn(from: CustomerFiles, uri: string): Promise<void> {
    if (documents.get(uri)) return;
    const text = await from.read(uri);
    if (text !== undefined) service.learn(TextDocument.create(uri, 'json', 0, text));
  }

  function log(error: unknown): void {
    connection.console.error(crashLog('reading customer files', error));
  }
}
