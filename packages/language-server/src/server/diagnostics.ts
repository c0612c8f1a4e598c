import { customerTableFormat } from '@helpcrunch-customer-kit/core';
import type {
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { CustomerFiles, Runtime } from '../protocol.ts';
import type { CustomerService, ServiceOptions } from '../service/customer-service.ts';
import { type HandleRequest, internalErrorLog } from './requests.ts';

/** Diagnoses every open document again, after a change beside it. */
export type DiagnoseAgain = () => void;

/** For a client that requests diagnostics when it needs them. */
export function pullDiagnostics(
  connection: Connection,
  handle: HandleRequest,
  diagnose: Diagnose,
  canRefresh: boolean,
): DiagnoseAgain {
  const openedAs = createResultIds();
  let changes = 0;
  const resultId = (document: TextDocument) => `${openedAs(document)}.${changes}`;
  const empty: DocumentDiagnosticReport = { kind: 'full', items: [] };
  const report = async (
    document: TextDocument,
    { previousResultId }: DocumentDiagnosticParams,
  ): Promise<DocumentDiagnosticReport> => {
    const id = resultId(document);
    return id === previousResultId
      ? { kind: 'unchanged', resultId: id }
      : { kind: 'full', resultId: id, items: await diagnose(document) };
  };
  connection.languages.diagnostics.on(handle('diagnostics', empty, report, 'use-newest'));
  return () => {
    changes += 1;
    if (canRefresh) void connection.languages.diagnostics.refresh().catch(() => undefined);
  };
}

/** A reopened file starts at version 1 again, so the id counts openings too. */
function createResultIds(): (document: TextDocument) => string {
  const openings = new WeakMap<TextDocument, number>();
  let opened = 0;
  return (document) => {
    if (!openings.has(document)) {
      opened += 1;
      openings.set(document, opened);
    }
    return `${openings.get(document)}.${document.version}`;
  };
}

/** For a client that cannot request diagnostics: sends them once for all queued edits. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: Diagnose,
  { soon }: Runtime,
): DiagnoseAgain {
  const queued = new Set<string>();
  const reported = new Set<string>();

  function queue({ uri }: TextDocument): void {
    if (queued.has(uri)) return;
    queued.add(uri);
    soon(() => {
      queued.delete(uri);
      const document = documents.get(uri);
      if (document) void send(document);
    });
  }
  documents.onDidChangeContent(({ document }) => queue(document));
  documents.onDidClose(({ document: { uri } }) => {
    if (reported.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  async function send(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    try {
      const diagnostics = await diagnose(document);
      // Closed, or edited and queued again, while something was loaded.
      if (documents.get(uri)?.version !== version) return;
      // Nothing is sent about a file that never had diagnostics: it may not be a customer file.
      if (diagnostics.length === 0 && !reported.delete(uri)) return;
      if (diagnostics.length > 0) reported.add(uri);
      void connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      connection.console.error(internalErrorLog('diagnostics', error));
    }
  }
  return () => documents.all().forEach(queue);
}

/** The diagnostics of a document, whichever kind of customer file it is. */
type Diagnose = (document: TextDocument) => Diagnostic[] | Promise<Diagnostic[]>;

/** The rules of an import are loaded only for a table of customers. Completion learns the names of JSON along the way. */
export function createDiagnose(
  service: CustomerService,
  options: ServiceOptions,
  files: Pick<CustomerFiles, 'read'> | undefined,
): Diagnose {
  let loading: ReturnType<typeof load> | undefined;
  async function load() {
    const { createTableDiagnostics, mappingFileOf, mappingFileOfSource } = await import(
      '../service/table/table-diagnostics.ts'
    );
    const diagnose = createTableDiagnostics(options);
    const read = async (uri: string | undefined) =>
      uri === undefined ? undefined : files?.read(uri).catch(() => undefined);
    return async (document: TextDocument) => {
      const { uri } = document;
      return diagnose(document, (await read(mappingFileOf(uri))) ?? (await read(mappingFileOfSource(uri))));
    };
  }
  return (document) => {
    const [path = ''] = document.uri.split(/[?#]/, 1);
    if (customerTableFormat(path)) {
      loading ??= load();
      return loading.then((diagnose) => diagnose(document));
    }
    const diagnostics = service.diagnostics(document);
    service.learn(document);
    return diagnostics;
  };
}
