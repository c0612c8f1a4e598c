import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import { toRange } from '../document/to-range.ts';
import { customerLabel } from './customer-label.ts';

/** More than these no outline shows well. */
const mostSymbols = 5000;

/** The customers of a document, by name. */
export function symbolsIn({ document, customers }: Analysis): DocumentSymbol[] {
  return customers.slice(0, mostSymbols).flatMap(({ node }, index): DocumentSymbol[] => {
    if (node.type !== 'object') return [];
    const { name, detail } = customerLabel(node, index);
    const range = toRange(document, { offset: node.offset, length: node.length });
    const selectionRange = toRange(document, { offset: node.offset, length: Math.min(1, node.length) });
    return [{ name, detail, kind: SymbolKind.Object, range, selectionRange }];
  });
}
