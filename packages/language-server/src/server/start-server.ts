import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createCustomerService } from '../service/customer-service.ts';
import { createAnswer } from './answer.ts';
import { canPull, serverCapabilities } from './capabilities.ts';
import { crashLog } from './crash-log.ts';
import { createDiagnose } from './diagnose.ts';
import { answerFeatures } from './features.ts';
import { clientFiles } from './file-requests.ts';
import { answerLenses } from './lenses.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { pushDiagnostics } from './push-diagnostics.ts';
import type { Runtime } from './runtime.ts';
import { readSettings, type Settings } from './settings.ts';
import { createWorkspaceWords } from './workspace-words.ts';

const customerFiles = '**/*.{customer,customers}.{json,jsonc}';

/** Serves one client over a connection, until it ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params): InitializeResult => {
    const settings = readSettings(params.initializationOptions);
    serve(connection, runtime, params, settings);
    return {
      serverInfo: { name: 'helpcrunch-language-server' },
      capabilities: serverCapabilities(params.capabilities, settings),
    };
  });
  connection.listen();
}

function serve(
  connection: Connection,
  runtime: Runtime,
  { capabilities, workspaceFolders }: InitializeParams,
  settings: Settings,
): void {
  const documents = new TextDocuments(TextDocument);
  const service = createCustomerService({
    now: runtime.now,
    scope: settings.schemaFeatures ? 'all' : 'beyond-schema',
    rulesUrl: settings.rulesUrl ?? runtime.rulesUrl,
  });
  const answer = createAnswer(connection, documents, runtime);
  const diagnose = createDiagnose(service);
  if (canPull(capabilities)) pullDiagnostics(connection, answer, diagnose);
  else pushDiagnostics(connection, documents, diagnose, runtime);
  const knowsSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  answerFeatures(connection, answer, service, loadSchema(), knowsSnippets);
  if (settings.codeLens) {
    const canRefresh = capabilities.workspace?.codeLens?.refreshSupport === true;
    answerLenses(connection, answer, service, settings.codeLens, canRefresh);
  }
  learnFromFiles();
  documents.onDidOpen(sumUp);
  documents.onDidClose(sumUp);
  documents.listen(connection);

  function sumUp(): void {
    const characters = documents.all().reduce((sum, document) => sum + document.getText().length, 0);
    runtime.textIsOpen?.(characters);
  }

  async function loadSchema() {
    if (!settings.schemaFeatures) return undefined;
    try {
      return await runtime.schemaFeatures?.();
    } catch (error) {
      connection.console.error(crashLog('loading the schema', error));
      return undefined;
    }
  }

  /** Files are read, and watched, only once a customer is open. */
  function learnFromFiles(): void {
    const files = settings.clientFiles ? clientFiles(connection) : runtime.files;
    const words = createWorkspaceWords(connection, documents, service, files, runtime);
    const canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    const opened = documents.onDidOpen(({ document }) => {
      if (!service.isCustomerDocument(document)) return;
      opened.dispose();
      words.start((workspaceFolders ?? []).map(({ uri }) => uri));
      if (!canWatch) return;
      const watchers = [{ globPattern: customerFiles }];
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch(() => undefined);
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) words.update(uri, type === FileChangeType.Deleted);
    });
  }
}
