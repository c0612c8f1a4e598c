import {
  accountMethod,
  type ClientSettings,
  counterMethod,
  listFilesMethod,
  readFileMethod,
} from '@helpcrunch-customer-kit/language-server/protocol';
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import type { CommandId, Language, LanguageParts } from '../entry/contract.ts';
import { createOpenDocuments, type OpenDocuments, onlyFor } from './server-documents.ts';

/** Starts the language server, in a process or in a web worker, and its client. */
export async function startLanguage(parts: LanguageParts): Promise<Language> {
  const { extensionUri, documents, startServer } = parts;
  const open = createOpenDocuments(documents);
  const options = clientOptions(parts, open);
  const client = startServer
    ? await createWorkerClient(await startServer(), options)
    : await createNodeClient(vscode.Uri.joinPath(extensionUri, 'dist', 'server.js'), options);
  const gaveUp = new vscode.EventEmitter<void>();
  let { account, nextCount } = parts;

  const subscriptions = [
    gaveUp,
    client,
    answerFileRequests(client),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) open.clear();
      // It may have started again, with the account of its first start.
      else sendState();
      if (newState === State.Stopped || newState === State.StartFailed) gaveUp.fire();
    }),
    documents.onDidChange((document) => open.follow(client, document)),
  ];
  function sendState(): void {
    const send = (method: string, state: object) =>
      void client.sendNotification(method, state).catch(() => undefined);
    if (account !== parts.account) send(accountMethod, { account });
    if (nextCount !== parts.nextCount) send(counterMethod, { next: nextCount });
  }

  await client.start();
  return {
    setAccount(label) {
      account = label;
      if (client.state === State.Running) void client.sendNotification(accountMethod, { account });
    },
    setCounter(next) {
      nextCount = next;
      if (client.state === State.Running) void client.sendNotification(counterMethod, { next });
    },
    onDidGiveUp: gaveUp.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/**
 * The server in a process of its own, started again when it crashes. Garbage is collected earlier than by Node's default:
 * with 200 KB open that halves its memory, for a third more work.
 */
async function createNodeClient(
  server: vscode.Uri,
  clientOptions: LanguageClientOptions,
): Promise<BaseLanguageClient> {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const options = { execArgv: ['--max-semi-space-size=8'] };
  const run = { module: server.fsPath, transport: TransportKind.ipc, options };
  return new LanguageClient(clientId, clientName, { run, debug: run }, clientOptions);
}

async function createWorkerClient(
  server: Worker,
  options: LanguageClientOptions,
): Promise<BaseLanguageClient> {
  const { LanguageClient } = await import('vscode-languageclient/browser');
  return new LanguageClient(clientId, clientName, server, options);
}

const clientId = 'helpcrunch';
const clientName = 'HelpCrunch Customer Kit';

const [create, showRule]: readonly CommandId[] = ['helpcrunch.createCustomer', 'helpcrunch.showRule'];

/**
 * The selector matches all JSON, since it cannot select by `$schema`; the middleware passes on only customer JSON. Tables
 * are selected by name, since their language depends on the other extensions.
 */
function clientOptions(
  { account, nextCount, channel }: Pick<LanguageParts, 'account' | 'nextCount' | 'channel'>,
  open: OpenDocuments,
): LanguageClientOptions {
  const initializationOptions: ClientSettings = {
    codeLens: { command: create ?? '', account },
    // The code as the command's only argument, percent-encoded.
    rulesUrl: `command:${showRule}?%5B%22{code}%22%5D`,
    nextCount,
    clientFiles: true,
  };
  return {
    documentSelector: [{ language: 'json' }, { language: 'jsonc' }, { pattern: customerTables }],
    // Without a name, diagnostics of a web extension got lost when the built-in JSON client ran too.
    diagnosticCollectionName: 'helpcrunch-language',
    initializationOptions,
    outputChannel: channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    middleware: onlyFor(open),
  };
}

/** In any case, as in core. */
const customerTables =
  '**/*.[cC][uU][sS][tT][oO][mM][eE][rR][sS].{[cC][sS][vV],[tT][sS][vV],[jJ][sS][oO][nN][lL]}';

const maxFiles = 500;
const maxFileBytes = 256 * 1024;

const customerFiles = '**/*.{customer,customers}.{json,jsonc}';

/** Lists and reads the customer files of the workspace for the server, on virtual file systems too. */
function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(listFilesMethod, async ({ folder }: { folder: string }) => {
      const inFolder = new vscode.RelativePattern(vscode.Uri.parse(folder, true), customerFiles);
      const found = await vscode.workspace.findFiles(inFolder, undefined, maxFiles);
      return found.map(String);
    }),
    client.onRequest(readFileMethod, ({ uri }: { uri: string }) => read(vscode.Uri.parse(uri, true))),
  );
}

async function read(uri: vscode.Uri): Promise<string | null> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > maxFileBytes) return null;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Removed since it was listed, or not readable.
    return null;
  }
}
