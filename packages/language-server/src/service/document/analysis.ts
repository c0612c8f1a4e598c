import {
  customerPlaces,
  isCustomerJson,
  type JsonPointer,
  type JsonText,
  readJsonText,
} from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nodeAt } from './node-at.ts';
import { tolerantValue } from './tolerant-value.ts';

/** A customer as it stands in a document. */
export interface CustomerNode {
  /** Where it stands in the file. */
  readonly path: JsonPointer;
  readonly node: Node;
}

/** One version of a document of customers, read once for everything that is asked about it. */
export interface Analysis {
  readonly document: TextDocument;
  readonly text: string;
  readonly json: JsonText;
  /** What the parser could make of the text, broken as it may be. */
  readonly root: Node | undefined;
  readonly customers: readonly CustomerNode[];
  /** The file's name promises one customer. */
  readonly isForOne: boolean;
}

/** Reads a document; `undefined` when it is no customer JSON. */
export function analyze(document: TextDocument): Analysis | undefined {
  const text = document.getText();
  const path = pathOf(document.uri);
  if (!isCustomerJson(path, text)) return undefined;
  const json = readJsonText(text);
  const { tree: root } = json;
  return {
    document,
    text,
    json,
    root,
    customers: customersIn(json),
    isForOne: /\.customer\.jsonc?$/i.test(path),
  };
}

function pathOf(uri: string): string {
  return uri.split(/[?#]/, 1)[0] ?? '';
}

function customersIn(json: JsonText): CustomerNode[] {
  const value = tolerantValue(json);
  if (value === undefined) return [];
  return customerPlaces(value).flatMap((path) => {
    const node = nodeAt(json.tree, path);
    return node ? [{ path, node }] : [];
  });
}
