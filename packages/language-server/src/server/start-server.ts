import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  NotificationType,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { counterMethod } from '../protocol.ts';
import { createCustomerService, type ServiceOptions } from '../service/customer-service.ts';
import { createDiagnose } from './diagnose.ts';
import { pullDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { handleFeatures, handleLenses } from './features.ts';
import { canPull, readSettings, type Settings, serverCapabilities } from './initialize.ts';
import { createRequestHandler, internalErrorLog } from './requests.ts';
import type { Runtime } from './runtime.ts';
import { clientFiles, learnFromWorkspace } from './workspace-files.ts';

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

const counterNotification: NotificationType<{ readonly next: number }> = new NotificationType(counterMethod);

function serve(connection: Connection, runtime: Runtime, params: InitializeParams, settings: Settings): void {
  const { textDocument, workspace } = params.capabilities;
  const documents = new TextDocuments(TextDocument);
  let { nextCount } = settings;
  connection.onNotification(counterNotification, ({ next }) => {
    if (typeof next === 'number') nextCount = next;
  });
  const options: ServiceOptions = {
    nextCount: () => nextCount,
    now: runtime.now,
    scope: settings.schemaFeatures ? 'all' : 'beyond-schema',
    rulesUrl: settings.rulesUrl ?? runtime.rulesUrl,
  };
  const service = createCustomerService(options);
  const diagnose = createDiagnose(service, options);
  const handle = createRequestHandler(connection, documents, runtime);
  if (canPull(params.capabilities)) pullDiagnostics(connection, handle, diagnose);
  else pushDiagnostics(connection, documents, diagnose, runtime);
  const supportsSnippets = textDocument?.completion?.completionItem?.snippetSupport === true;
  handleFeatures(connection, handle, service, loadSchema(), supportsSnippets);
  if (settings.codeLens) {
    const canRefresh = workspace?.codeLens?.refreshSupport === true;
    handleLenses(connection, handle, service, settings.codeLens, canRefresh);
  }
  const files = settings.clientFiles ? clientFiles(connection) : runtime.files;
  learnFromWorkspace(connection, documents, service, files, runtime, params);
  documents.listen(connection);

  async function loadSchema() {
    if (!settings.schemaFeatures) return undefined;
    try {
      return await runtime.schemaFeatures?.();
    } catch (error) {
      connection.console.error(internalErrorLog('loading the schema', error));
      return undefined;
    }
  }
}
