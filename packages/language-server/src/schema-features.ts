import { customerSchemaId } from '@helpcrunch-customer-kit/core';
import schema from '@helpcrunch-customer-kit/core/customer.schema.json' with { type: 'json' };
import { getLanguageService, type JSONDocument, type JSONSchema } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SchemaFeatures } from './protocol.ts';

/** Core's JSON Schema of customers: documentation, defaults and snippets, and no keyword that validates. */
export const customerSchema: JSONSchema = schema as JSONSchema;

/** Completion and hover from the JSON Schema, as VS Code's own JSON server gives them there. */
export function createSchemaFeatures(): SchemaFeatures {
  const service = getLanguageService({
    clientCapabilities: {
      textDocument: {
        completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
        hover: { contentFormat: ['markdown', 'plaintext'] },
      },
    },
  });
  service.configure({
    validate: false,
    schemas: [{ uri: customerSchemaId, fileMatch: ['*'], schema: customerSchema }],
  });

  const parsed = new WeakMap<TextDocument, { readonly version: number; readonly json: JSONDocument }>();
  function parse(document: TextDocument): JSONDocument {
    const known = parsed.get(document);
    if (known?.version === document.version) return known.json;
    const json = service.parseJSONDocument(document);
    parsed.set(document, { version: document.version, json });
    return json;
  }

  return {
    async completions(document, position) {
      return (await service.doComplete(document, position, parse(document)))?.items ?? [];
    },
    async hover(document, position) {
      return (await service.doHover(document, position, parse(document))) ?? undefined;
    },
  };
}
