import { customerSchemaId } from '@helpcrunch-customer-kit/core';
import { getLanguageService, type JSONDocument } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SchemaFeatures } from '../server/runtime.ts';
import { customerSchema } from './customer-schema.ts';

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
