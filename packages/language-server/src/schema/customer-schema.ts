import schema from '@helpcrunch-customer-kit/core/customer.schema.json' with { type: 'json' };
import type { JSONSchema } from 'vscode-json-languageservice';

/** Core's JSON Schema of customers: documentation, defaults and snippets, and no keyword that validates. */
export const customerSchema: JSONSchema = schema as JSONSchema;
