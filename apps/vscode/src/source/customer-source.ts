import {
  customerName,
  isJsonObject,
  type JsonPointer,
  type JsonValue,
  type ReadCustomer,
  readCustomerJson,
  readLooseText,
  type TextRange,
  type VariableSource,
} from '@helpcrunch-customer-kit/core';
import { findDocument } from '../editor/documents.ts';
import {
  type CustomerPlace,
  customerPlace,
  findCustomer,
  findUnfollowedCustomer,
  followCustomer,
  followValue,
  nearestValue,
  type TextChange,
  textAt,
  type ValuePlace,
} from './places.ts';
import type { TextPiece } from './touched-customers.ts';

/** A customer as it was read from a document, which may be edited while the customer is being sent. */
export interface CustomerSource {
  /** The document's URI, as text. */
  readonly uri: string;
  /** What the customer is called in a list. */
  readonly name: string;
  readonly customer: ReadCustomer;
  /** Its text when it was read. */
  readonly text: string;
  /** Where the customer's text was when it was read. */
  readonly piece: TextRange;
  /** Where the customer is after the edits so far. */
  readonly place: CustomerPlace;
  /**
   * A part of the customer in the document's text now, or the nearest parent of a part that was not there; `undefined`
   * when it was changed since. Where the customer is not JSON, its whole text.
   */
  valuePlace(path: JsonPointer, part: 'key' | 'value', documentText: string): ValuePlace | undefined;
  /** To be called with every edit of the document. */
  edited(changes: readonly TextChange[]): void;
}

/** Reads a piece of a document as a customer, and can find each part of it again after later edits. */
export function readSource(
  uri: string,
  piece: TextPiece,
  documentText: string,
  variables?: VariableSource,
): CustomerSource {
  const { offset, text } = piece;
  const { json, ...customer } = readCustomerJson(readLooseText(text), variables);
  const { value: whole } = json;
  const placeThen = customerPlace(piece, documentText);
  const edits: (readonly TextChange[])[] = [];
  return {
    uri,
    name: nameOf(whole, text),
    customer,
    text,
    piece: { offset, length: text.length },
    get place() {
      return edits.reduce(followCustomer, placeThen);
    },
    valuePlace(wanted, part, textNow) {
      const { path, value } =
        whole === undefined ? { path: wanted, value: undefined } : nearestValue(whole, wanted);
      // In text that is not JSON, one character more: what is missing at its end is typed there.
      const then = whole === undefined ? { offset: 0, length: text.length + 1 } : json.rangeOf(wanted, part);
      const range = { offset: offset + then.offset, length: then.length };
      const place = { customer: placeThen, path, part, value, range, text: textAt(documentText, range) };
      return followValue(place, edits, textNow);
    },
    edited: (changes) => void edits.push(changes),
  };
}

/** Text that is not JSON is called by how it begins. */
export function nameOf(value: JsonValue | undefined, text: string): string {
  if (isJsonObject(value)) return customerName(value);
  return text.trim().split(/\r?\n/, 1)[0]?.slice(0, 40) ?? '';
}

/** The text that a customer came from, read again from its document as that is now; `undefined` when it is not found. */
export async function readSourceAgain(
  { uri, place }: { readonly uri?: string; readonly place?: CustomerPlace },
  followed: CustomerSource | undefined,
  variables?: VariableSource,
): Promise<CustomerSource | undefined> {
  const document = uri === undefined ? undefined : await findDocument(uri);
  if (uri === undefined || !document) return undefined;
  const text = document.getText();
  // After a reload, no edits were followed.
  const found = followed ? findCustomer(followed.place, text) : place && findUnfollowedCustomer(place, text);
  return found && readSource(uri, found, text, variables);
}
