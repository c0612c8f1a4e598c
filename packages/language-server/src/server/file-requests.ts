import type { Connection } from 'vscode-languageserver';
import { RequestType } from 'vscode-languageserver';
import type { CustomerFiles } from './runtime.ts';

/** Asks the client for the URIs of the customer files in a folder. */
export const listFilesRequest: RequestType<{ readonly folder: string }, readonly string[], void> =
  new RequestType('helpcrunch/listCustomerFiles');

/** Asks the client for a file's text; `null` when there is none. */
export const readFileRequest: RequestType<{ readonly uri: string }, string | null, void> = new RequestType(
  'helpcrunch/readCustomerFile',
);

/** Files as the client reaches them: in a browser, in a virtual workspace, over a remote. */
export function clientFiles(connection: Connection): CustomerFiles {
  return {
    list: (folder) => connection.sendRequest(listFilesRequest, { folder }),
    read: async (uri) => (await connection.sendRequest(readFileRequest, { uri })) ?? undefined,
  };
}
