import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A language server in a process of its own, its client, and one open document. */
export interface OpenServer extends AsyncDisposable {
  readonly pid: number;
  /** Changes the document: adds a letter to the first name, or takes it out again. */
  edit(): Promise<void>;
  diagnostics(): Promise<unknown>;
  /** Completion of the first customer's locale. */
  completion(): Promise<unknown>;
}

const uri = 'file:///bench.customers.json';

/** Starts `node SCRIPT --stdio` and opens a text in it. */
export async function openServer(script: string, text: string): Promise<OpenServer> {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { textDocument: { diagnostic: { dynamicRegistration: true } } },
    initializationOptions: { provideFormatter: false },
  });
  await connection.sendNotification('initialized', {});
  let version = 1;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version, text },
  });
  const textDocument = { uri };
  return {
    pid: child.pid ?? 0,
    edit() {
      version += 1;
      const isLonger = version % 2 === 0;
      const range = { start: { line: 2, character: 13 }, end: { line: 2, character: isLonger ? 13 : 14 } };
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: isLonger ? 'x' : '' }],
      });
    },
    diagnostics: () => connection.sendRequest('textDocument/diagnostic', { textDocument }),
    completion: () =>
      connection.sendRequest('textDocument/completion', {
        textDocument,
        position: { line: 6, character: 15 },
      }),
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      await gone;
    },
  };
}
