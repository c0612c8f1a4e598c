import {
  customerPlaces,
  isCustomerJson,
  type JsonPointer,
  type JsonText,
  pointerSegments,
  readJsonText,
  toPointer,
} from '@helpcrunch-customer-kit/core';
import { findNodeAtOffset, getNodePath, getNodeValue, type Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nodeAt } from './nodes.ts';

/** A customer in a document. */
export interface CustomerNode {
  /** Its path in the file. */
  readonly path: JsonPointer;
  readonly node: Node;
}

/** One version of a customer document, parsed once for all requests about it. */
export interface ParsedDocument {
  readonly document: TextDocument;
  readonly text: string;
  readonly json: JsonText;
  /** What the parser could read, even of invalid text; `undefined` for text over the limits. */
  readonly root: Node | undefined;
  readonly customers: readonly CustomerNode[];
  /** The file name promises a single customer. */
  readonly isSingleCustomer: boolean;
}

/** Returns the current version of a document, parsed; `undefined` when it is not customer JSON. */
export type ParseDocument = (document: TextDocument) => ParsedDocument | undefined;

interface KnownVersion {
  readonly version: number;
  readonly parsed: ParsedDocument | undefined;
  /** Of the last version that was valid JSON: while someone types, the text is often broken for a moment. */
  readonly json: JsonText | undefined;
}

/** Parses each version once, only where it differs from the last one, and forgets it with its document. */
export function createDocumentParser(): ParseDocument {
  const latest = new WeakMap<TextDocument, KnownVersion>();
  return (document) => {
    const known = latest.get(document);
    const { version } = document;
    if (known?.version === version) return known.parsed;
    const parsed = parseDocument(document, known?.json);
    const json = parsed?.json.value === undefined ? known?.json : parsed.json;
    latest.set(document, { version, parsed, json });
    return parsed;
  };
}

/** `earlier` is of another version of the document, and must not be used afterwards. */
export function parseDocument(document: TextDocument, earlier?: JsonText): ParsedDocument | undefined {
  const text = document.getText();
  const [path = ''] = document.uri.split(/[?#]/, 1);
  if (!isCustomerJson(path, text)) return undefined;
  const json = readJsonText(text, { earlier });
  return {
    document,
    text,
    json,
    root: json.tree,
    customers: customersIn(json),
    isSingleCustomer: /\.customer\.jsonc?$/i.test(path),
  };
}

/** In invalid text the readable customers, so that they stay visible while someone types. */
function customersIn({ value, tree }: JsonText): CustomerNode[] {
  const readable = value ?? (tree && getNodeValue(tree));
  if (readable === undefined) return [];
  const places = customerPlaces(readable);
  const [first = ''] = places;
  const list = first === '' ? undefined : nodeAt(tree, first.slice(0, first.lastIndexOf('/')));
  return places.flatMap((path, index) => {
    // Of a large list, one by one would take longer than reading the edit.
    const node = list ? list.children?.[index] : nodeAt(tree, path);
    return node ? [{ path, node }] : [];
  });
}

/** What is at an offset of a document, seen from its customer. */
export interface Spot {
  readonly customer: CustomerNode;
  /** The innermost value, or the value of the key. */
  readonly node: Node;
  /** Keys and indices within the customer. */
  readonly segments: readonly string[];
  /** The offset is in a key, not in a value. */
  readonly isKey: boolean;
}

/** `undefined` outside of every customer. */
export function spotAt(parsed: ParsedDocument, offset: number): Spot | undefined {
  const { root } = parsed;
  const found = root && findNodeAtOffset(root, offset, true);
  if (!found) return undefined;
  const isKey = found.parent?.type === 'property' && found.parent.children?.[0] === found;
  const node = isKey ? found.parent?.children?.[1] : found;
  if (!node || node.type === 'property') return undefined;
  const path = toPointer(getNodePath(found));
  const customer = customerAround(parsed, path);
  return customer && { customer, node, segments: pointerSegments(path.slice(customer.path.length)), isKey };
}

/** Customers are at the root, in a list, or in a page's list. */
function customerAround({ customers }: ParsedDocument, path: JsonPointer): CustomerNode | undefined {
  const [first] = customers;
  if (first?.path === '') return first;
  const depth = first ? pointerSegments(first.path).length : 0;
  const segments = pointerSegments(path).slice(0, depth);
  const around = toPointer(segments);
  const customer = segments.length === depth ? customers[Number(segments.at(-1))] : undefined;
  // In invalid text a list may lack a customer, and then the indices after it are off by one.
  return customer?.path === around ? customer : customers.find((other) => other.path === around);
}
