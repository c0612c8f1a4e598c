import { listFilesMethod, readFileMethod } from '@helpcrunch-customer-kit/language-server/protocol';
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** A search ends here, and a larger file teaches nothing that is worth its bytes. */
const [mostFiles, mostBytes] = [500, 256 * 1024];

const customerFiles = '**/*.{customer,customers}.{json,jsonc}';

/** Lists and reads the customer files of the workspace for the server, wherever they are. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(listFilesMethod, async ({ folder }: { folder: string }) => {
      const inFolder = new vscode.RelativePattern(vscode.Uri.parse(folder, true), customerFiles);
      const found = await vscode.workspace.findFiles(inFolder, undefined, mostFiles);
      return found.map(String);
    }),
    client.onRequest(readFileMethod, ({ uri }: { uri: string }) => read(vscode.Uri.parse(uri, true))),
  );
}

async function read(uri: vscode.Uri): Promise<string | null> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > mostBytes) return null;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Gone since it was listed, or not ours to read.
    return null;
  }
}
