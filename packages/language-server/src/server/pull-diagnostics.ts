import type { Connection, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answer } from './answer.ts';
import type { Diagnose } from './diagnose.ts';

/** Answers a client that asks for diagnostics when it wants them. */
export function pullDiagnostics(connection: Connection, answer: Answer, diagnose: Diagnose): void {
  const resultId = createResultIds();
  const empty: DocumentDiagnosticReport = { kind: 'full', items: [] };
  const report = (
    document: TextDocument,
    { previousResultId }: DocumentDiagnosticParams,
  ): DocumentDiagnosticReport => {
    const id = resultId(document);
    return id === previousResultId
      ? { kind: 'unchanged', resultId: id }
      : { kind: 'full', resultId: id, items: diagnose(document) };
  };
  connection.languages.diagnostics.on(answer('diagnostics', empty, report, 'go-on'));
}

/** A file that is closed and opened again begins at version 1 again: the opening is part of the id. */
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
