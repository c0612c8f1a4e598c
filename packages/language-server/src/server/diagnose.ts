import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { CustomerService } from '../service/customer-service.ts';

/** The diagnostics of a document, whose words are learnt along the way. */
export type Diagnose = (document: TextDocument) => Diagnostic[];

export function createDiagnose(service: CustomerService): Diagnose {
  return (document) => {
    const diagnostics = service.diagnostics(document);
    service.learn(document);
    return diagnostics;
  };
}
