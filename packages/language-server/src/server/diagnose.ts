import { customerTableFormat } from '@helpcrunch-customer-kit/core';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { CustomerService, ServiceOptions } from '../service/customer-service.ts';
import type { DiagnoseTable } from '../service/table/table-diagnostics.ts';

/** The diagnostics of a document, whichever kind of customer file it is. */
export type Diagnose = (document: TextDocument) => Diagnostic[] | Promise<Diagnostic[]>;

/** The rules of an import are loaded only for a table of customers. Completion learns the names of JSON along the way. */
export function createDiagnose(service: CustomerService, options: ServiceOptions): Diagnose {
  let loading: Promise<DiagnoseTable> | undefined;
  async function load(): Promise<DiagnoseTable> {
    const { createTableDiagnostics } = await import('../service/table/table-diagnostics.ts');
    return createTableDiagnostics(options);
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
