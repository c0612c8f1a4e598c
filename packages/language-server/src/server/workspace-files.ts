import { customerTableFormat } from '@helpcrunch-customer-kit/core';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  RequestType,
  type TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CustomerFiles, listFilesMethod, type Runtime, readFileMethod } from '../protocol.ts';
import type { CustomerService } from '../service/customer-service.ts';
import type { DiagnoseAgain } from './diagnostics.ts';
import { internalErrorLog } from './requests.ts';

/** See `mappingFileOf` in packages/import, which is loaded for tables only. */
const mappingFileEnd = '.mapping.json';

const customerFileGlob = '**/*.{customer,customers}.{json,jsonc}';

/** More files teach hardly any new names. */
const maxFiles = 500;

interface WorkspaceParts {
  readonly service: CustomerService;
  readonly files: CustomerFiles | undefined;
  readonly diagnoseAgain: DiagnoseAgain;
}

/**
 * Completion learns names from the workspace's customer files: one file after another while nothing else is queued,
 * and only once a customer is open. Tables are diagnosed again when a mapping was changed.
 */
export function watchWorkspace(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { service, files, diagnoseAgain }: WorkspaceParts,
  { soon }: Runtime,
  { capabilities, workspaceFolders }: InitializeParams,
): void {
  let hasStarted = false;
  const canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

  const opened = documents.onDidOpen(({ document }) => {
    if (!service.isCustomerDocument(document)) return;
    opened.dispose();
    hasStarted = true;
    if (files) void readAll(files).catch(log);
    watch(customerFileGlob);
  });
  const openedTable = documents.onDidOpen(({ document }) => {
    const [path = ''] = document.uri.split(/[?#]/, 1);
    if (!customerTableFormat(path)) return;
    openedTable.dispose();
    watch(`**/*${mappingFileEnd}`);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => uri.endsWith(mappingFileEnd))) diagnoseAgain();
    for (const { uri, type } of changes) {
      if (uri.endsWith(mappingFileEnd)) continue;
      if (type === FileChangeType.Deleted) service.forget(uri);
      else if (hasStarted && files) void learn(files, uri).catch(log);
    }
  });

  function watch(globPattern: string): void {
    if (!canWatch) return;
    const watchers = [{ globPattern }];
    void connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch(() => undefined);
  }

  async function readAll(from: CustomerFiles): Promise<void> {
    for (const { uri: folder } of workspaceFolders ?? []) {
      const uris = await from.list(folder);
      for (const uri of uris.slice(0, maxFiles)) {
        await new Promise<void>((resolve) => soon(resolve));
        await learn(from, uri);
      }
    }
  }

  /** An open document is learned with its diagnostics. */
  async function learn(from: CustomerFiles, uri: string): Promise<void> {
    if (documents.get(uri)) return;
    const text = await from.read(uri);
    if (text !== undefined) service.learn(TextDocument.create(uri, 'json', 0, text));
  }

  function log(error: unknown): void {
    connection.console.error(internalErrorLog('reading customer files', error));
  }
}

const listFilesRequest: RequestType<{ readonly folder: string }, readonly string[], void> = new RequestType(
  listFilesMethod,
);

const readFileRequest: RequestType<{ readonly uri: string }, string | null, void> = new RequestType(
  readFileMethod,
);

/** Files that only the client can reach: in a browser, a virtual workspace or a remote. */
export function clientFiles(connection: Connection): CustomerFiles {
  return {
    list: (folder) => connection.sendRequest(listFilesRequest, { folder }),
    read: async (uri) => (await connection.sendRequest(readFileRequest, { uri })) ?? undefined,
  };
}
