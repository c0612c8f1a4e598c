import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  NotificationType,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientSettings, counterMethod, type LensSettings, type Runtime } from '../protocol.ts';
import { fixAllKind } from '../service/code-actions.ts';
import { createCustomerService, type ServiceOptions } from '../service/customer-service.ts';
import { createDiagnose, pullDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { handleFeatures, handleLenses } from './features.ts';
import { createRequestHandler, internalErrorLog } from './requests.ts';
import { clientFiles, watchWorkspace } from './workspace-files.ts';

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
  const files = settings.clientFiles ? clientFiles(connection) : runtime.files;
  const diagnose = createDiagnose(service, options, files);
  const handle = createRequestHandler(connection, documents, runtime);
  const diagnoseAgain = canPull(params.capabilities)
    ? pullDiagnostics(connection, handle, diagnose, workspace?.diagnostics?.refreshSupport === true)
    : pushDiagnostics(connection, documents, diagnose, runtime);
  const supportsSnippets = textDocument?.completion?.completionItem?.snippetSupport === true;
  handleFeatures(connection, handle, service, loadSchema(), supportsSnippets);
  if (settings.codeLens) {
    const canRefresh = workspace?.codeLens?.refreshSupport === true;
    handleLenses(connection, handle, service, settings.codeLens, canRefresh);
  }
  watchWorkspace(connection, documents, { service, files, diagnoseAgain }, runtime, params);
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

/** A client's settings, complete. */
type Settings = Required<Pick<ClientSettings, 'schemaFeatures' | 'clientFiles'>> & {
  readonly codeLens: LensSettings | undefined;
  readonly rulesUrl: string | undefined;
  readonly nextCount: number | undefined;
};

/** Reads `initializationOptions`; a missing or malformed setting counts as not set. */
function readSettings(sent: unknown): Settings {
  const options = toRecord(sent);
  const { command, account } = toRecord(options['codeLens']);
  const isLens = typeof command === 'string' && typeof account === 'string';
  const rulesUrl = options['rulesUrl'];
  const nextCount = options['nextCount'];
  return {
    schemaFeatures: options['schemaFeatures'] === true,
    codeLens: isLens ? { command, account } : undefined,
    rulesUrl: typeof rulesUrl === 'string' ? rulesUrl : undefined,
    nextCount: typeof nextCount === 'number' ? nextCount : undefined,
    clientFiles: options['clientFiles'] === true,
  };
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Whether the client requests diagnostics when it needs them. */
function canPull({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

function serverCapabilities(client: ClientCapabilities, { codeLens }: Settings): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"', ':', '{'] },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
    },
    colorProvider: true,
    documentSymbolProvider: { label: 'Customers' },
    ...(codeLens ? { codeLensProvider: {} } : {}),
    ...(canPull(client)
      ? {
          diagnosticProvider: {
            identifier: 'helpcrunch',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
