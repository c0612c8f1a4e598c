import { getLanguageService } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { customerSchema } from '../../src/schema/customer-schema.ts';

/** What VS Code's JSON server does after an edit: parse, and validate by the same schema. */
export function createJsonServer(): (document: TextDocument) => PromiseLike<unknown> {
  const service = getLanguageService({});
  const uri = 'helpcrunch://schemas/customer.json';
  service.configure({ validate: true, schemas: [{ uri, fileMatch: ['*'], schema: customerSchema }] });
  return (document) => service.doValidation(document, service.parseJSONDocument(document));
}
