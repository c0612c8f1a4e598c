import type { Connection } from 'vscode-languageserver';
import { RequestType } from 'vscode-languageserver';
import { listFilesMethod, readFileMethod } from '../protocol.ts';
import type { CustomerFiles } from './runtime.ts';

const listFilesRequest: RequestType<{ readonly folder: string }, readonly string[], void> = new RequestType(
  listFilesMethod,
);

const readFileRequest: RequestType<{ readonly uri: string }, string | null, void> = new RequestType(
  readFileMethod,
);

/** Files as the client reaches them: in a browser, in a virtual workspace, over a remote. */
export function clientFiles(connection: Connection): CustomerFiles {
  return {
    list: (folder) => connection.sendRequest(listFilesRequest, { folder }),
    read: async (uri) => (await connection.sendRequest(readFileRequest, { uri })) ?? undefined,
  };
}
