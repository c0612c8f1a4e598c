import { customerTableFormat } from '@helpcrunch-customer-kit/core';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { diagnosticSource, hiddenDiagnostic, mostSevere, ruleLink } from '../diagnostics.ts';
import { toRange } from '../nodes.ts';
import { createTableChecker } from './check-table.ts';
import { createDelimitedReader } from './read-delimited.ts';
import { createJsonLinesReader } from './read-json-lines.ts';
import type { TableNote, TableText } from './table-text.ts';

export { mappingFileOf, mappingFileOfSource } from '@helpcrunch-customer-kit/import/cells';

/** Diagnoses tables of customers by the rules of an import; `mapping` is the text of the mapping that is saved beside one. */
export type DiagnoseTable = (document: TextDocument, mapping?: string) => Diagnostic[];

interface TableOptions {
  /** Milliseconds since 1970, as from `Date.now`. */
  readonly now: () => number;
  /** See `ClientSettings`. */
  readonly rulesUrl?: string | undefined;
}

/** Remembers the rows of each document until it is closed. */
export function createTableDiagnostics({ now, rulesUrl }: TableOptions): DiagnoseTable {
  const checks = new WeakMap<TextDocument, CheckTable>();
  return (document, mapping) => {
    const check = checks.get(document) ?? createCheck(document.uri, now);
    checks.set(document, check);
    const notes = check(document.getText(), mapping);
    const shown = mostSevere(notes, ({ severity }) => severity);
    const diagnostics = shown.map((note) => toDiagnostic(document, note, rulesUrl));
    return shown.length === notes.length
      ? diagnostics
      : [hiddenDiagnostic(shown.length, notes.length), ...diagnostics];
  };
}

type CheckTable = (text: string, mapping: string | undefined) => TableNote[];

function createCheck(uri: string, now: () => number): CheckTable {
  const read = createReader(uri);
  const check = createTableChecker(now);
  return (text, mapping) => (read ? check(read(text), mapping) : []);
}

function createReader(uri: string): ((text: string) => TableText) | undefined {
  const [path = ''] = uri.split(/[?#]/, 1);
  switch (customerTableFormat(path)) {
    case 'csv':
      return createDelimitedReader();
    case 'tsv':
      return createDelimitedReader('\t');
    case 'jsonl':
      return createJsonLinesReader();
    default:
      return undefined;
  }
}

function toDiagnostic(
  document: TextDocument,
  { code, severity, message, range, isRule }: TableNote,
  rulesUrl: string | undefined,
): Diagnostic {
  return {
    range: toRange(document, range),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Information,
    source: diagnosticSource,
    code,
    ...(rulesUrl !== undefined && isRule ? { codeDescription: { href: ruleLink(rulesUrl, code) } } : {}),
    message,
  };
}
