import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { crashLog } from './crash-log.ts';
import type { Diagnose } from './diagnose.ts';
import type { Runtime } from './runtime.ts';

/** Sends diagnostics to a client that cannot ask for them, once for all the edits that wait. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: Diagnose,
  { soon }: Runtime,
): void {
  const waiting = new Set<string>();
  const marked = new Set<string>();

  documents.onDidChangeContent(({ document: { uri } }) => {
    if (waiting.has(uri)) return;
    waiting.add(uri);
    soon(() => {
      waiting.delete(uri);
      const document = documents.get(uri);
      if (document) send(document);
    });
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (marked.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  function send(document: TextDocument): void {
    const { uri, version } = document;
    try {
      const diagnostics = diagnose(document);
      // Nothing is said about a file that had nothing to say: it may be no customer at all.
      if (diagnostics.length === 0 && !marked.delete(uri)) return;
      if (diagnostics.length > 0) marked.add(uri);
      void connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      connection.console.error(crashLog('diagnostics', error));
    }
  }
}
