import { identityFields } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import { type CodeLens, type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { LensSettings, LensTarget } from '../protocol.ts';
import { partOf, stringOf, toRange } from './nodes.ts';
import type { ParsedDocument } from './parsed-document.ts';

const maxLenses = 1000;
/** An outline with more is not readable. */
const maxSymbols = 5000;

/** One lens above each customer that has a field, and of a list one for all of them on the first line. */
export function codeLensesIn(
  { document, customers }: ParsedDocument,
  { command, account }: LensSettings,
): CodeLens[] {
  const { uri } = document;
  const lens = (offset: number, title: string, target: LensTarget): CodeLens => ({
    range: toRange(document, { offset, length: 1 }),
    command: { title, command, arguments: [target] },
  });
  const filled = customers.filter(({ node }) => node.type === 'object' && node.children?.length);
  const all =
    filled.length > 1
      ? [lens(0, `Create all ${filled.length} · ${account}`, { uri, path: '', isAll: true })]
      : [];
  const single = filled
    .slice(0, maxLenses)
    .map(({ path, node }) => lens(node.offset, `Create customer · ${account}`, { uri, path }));
  return [...all, ...single];
}

/** The customers of a document, by name. */
export function symbolsIn({ document, customers }: ParsedDocument): DocumentSymbol[] {
  return customers.slice(0, maxSymbols).flatMap(({ node }, index): DocumentSymbol[] => {
    if (node.type !== 'object') return [];
    const texts = identityFields.flatMap(({ key }) => label(partOf(node, key)) ?? []);
    const [name = `Customer ${index + 1}`, detail = ''] = texts;
    const selectionRange = toRange(document, { offset: node.offset, length: Math.min(1, node.length) });
    return [{ name, detail, kind: SymbolKind.Object, range: toRange(document, node), selectionRange }];
  });
}

/** On one line, at most 80 characters. */
function label(node: Node | undefined): string | undefined {
  const text = stringOf(node) ?? (node?.type === 'number' ? String(node.value) : '');
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, 80) || undefined;
}
