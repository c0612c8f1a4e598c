import type { TextDocument } from 'vscode-languageserver-textdocument';
import { customerFileName } from './customer-file-name.ts';
import { schemaId } from './schema-id.ts';

/**
 * True for what may be customer JSON: `*.customer.json`, `*.customers.json`, or a text that names our schema anywhere.
 * Cheap, since every JSON file of an editor may pass here; whether `$schema` really says so is seen in the tree.
 */
export function mayBeCustomerDocument(document: TextDocument): boolean {
  return hasCustomerFileName(document.uri) || document.getText().includes(schemaId);
}

export function hasCustomerFileName(uri: string): boolean {
  return customerFileName.test(pathOf(uri));
}

/** True for a name that promises one customer rather than a list of them. */
export function isNamedForOne(uri: string): boolean {
  return /\.customer\.jsonc?$/i.test(pathOf(uri));
}

function pathOf(uri: string): string {
  return uri.split(/[?#]/, 1)[0] ?? '';
}
