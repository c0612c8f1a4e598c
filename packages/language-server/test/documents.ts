import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CustomerService, createCustomerService } from '../src/service/customer-service.ts';

/** The time in all tests: 15 January 2026, noon in UTC. */
export const now = Date.UTC(2026, 0, 15, 12);

export function makeService(scope?: 'all' | 'beyond-schema'): CustomerService {
  return createCustomerService({
    now: () => now,
    rulesUrl: 'file:///rules.md',
    ...(scope ? { scope } : {}),
  });
}

export function documentOf(text: string, name = 'ada.customer.json'): TextDocument {
  return TextDocument.create(`file:///${name}`, 'json', 1, text);
}

/** A document and the position of the `|` in its text. */
export function withCursor(marked: string, name?: string) {
  const offset = marked.indexOf('|');
  const document = documentOf(marked.slice(0, offset) + marked.slice(offset + 1), name);
  return { document, position: document.positionAt(offset) };
}
