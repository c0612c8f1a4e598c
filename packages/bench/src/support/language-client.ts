import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A language server in a process of its own, its client, and one open document. */
export interface LanguageClient extends AsyncDisposable {
  readonly pid: number;
  /** Changes the document: adds a letter at a place, or takes it out again. */
  edit(): Promise<void>;
  ask(feature: Feature): Promise<unknown>;
}

/** What an editor asks a server about a document, or about the place where it is edited. */
export type Feature = 'diagnostic' | 'completion' | 'hover' | 'documentSymbol';

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** Where a letter is typed, as an offset. */
  readonly editAt: number;
  /** Where completion and hover are asked for, as an offset; on another line, so that typing does not move it. */
  readonly askAt: number;
}

export interface ServerOptions {
  readonly script: string;
  readonly initializationOptions: object;
  /** Sent once the server is initialized. */
  readonly configuration?: object;
}

/** Starts `node SCRIPT --stdio` and opens a document in it. */
export async function startServer(
  { script, initializationOptions, configuration }: ServerOptions,
  { uri, languageId, text, editAt, askAt }: OpenDocument,
): Promise<LanguageClient> {
  const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
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
    capabilities: {
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ['markdown'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    },
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  if (configuration) await connection.sendNotification('workspace/didChangeConfiguration', configuration);
  let version = 1;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version, text },
  });
  const [typed, position] = [positionOf(text, editAt), positionOf(text, askAt)];
  const textDocument = { uri };
  return {
    pid: child.pid ?? 0,
    edit() {
      version += 1;
      const isLonger = version % 2 === 0;
      const end = { ...typed, character: typed.character + 1 };
      const range = { start: typed, end: isLonger ? typed : end };
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: isLonger ? 'x' : '' }],
      });
    },
    ask: (feature) => connection.sendRequest(`textDocument/${feature}`, { textDocument, position }),
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      await gone;
    },
  };
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
