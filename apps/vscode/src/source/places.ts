import {
  identityFields,
  isJsonObject,
  type JsonPointer,
  type JsonValue,
  pointerSegments,
  readLooseText,
  type TextRange,
  toPointer,
} from '@helpcrunch-customer-kit/core';
import type { TextPiece } from './touched-customers.ts';

/** An edit as the editor reports it, in offsets of the text before it. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Where a customer is in a document that is edited: its own text, else the same customer at the same path. */
export interface CustomerPlace {
  /** Its own text; `undefined` since an edit replaced more than it, such as a whole document. */
  readonly range: TextRange | undefined;
  /** Its path in the document; `undefined` where the document as a whole is not JSON. */
  readonly documentPath: JsonPointer | undefined;
  /** Its name, email and userId, to tell it from another customer at the same path. */
  readonly identity: readonly JsonValue[];
}

/** Where a part of a customer is: its own text, else the same value at the same path. */
export interface ValuePlace {
  readonly customer: CustomerPlace;
  readonly path: JsonPointer;
  readonly part: 'key' | 'value';
  /** `undefined` in text that is not JSON, where nothing is found by its path. */
  readonly value: JsonValue | undefined;
  readonly range: TextRange;
  /** What is in that range. */
  readonly text: string;
}

/**
 * Where a range is after the edits of one event, whose offsets all count the text before the event. A range grows with
 * the edits in it and over its edges; `undefined` when an edit replaced it together with text around it.
 */
export function followRange(range: TextRange, changes: readonly TextChange[]): TextRange | undefined {
  const lastFirst = [...changes].sort((one, other) => other.rangeOffset - one.rangeOffset);
  return lastFirst.reduce<TextRange | undefined>((moved, change) => moved && follow(moved, change), range);
}

function follow({ offset, length }: TextRange, change: TextChange): TextRange | undefined {
  const end = offset + length;
  const changeEnd = change.rangeOffset + change.rangeLength;
  const added = change.text.length - change.rangeLength;
  if (change.rangeOffset >= end) return { offset, length };
  if (changeEnd <= offset) return { offset: offset + added, length };
  const isReplaced = change.rangeOffset <= offset && changeEnd >= end;
  if (isReplaced && change.rangeLength > length) return undefined;
  const start = Math.min(offset, change.rangeOffset);
  return { offset: start, length: Math.max(end, changeEnd) + added - start };
}

export function customerPlace({ offset, text }: TextPiece, documentText: string): CustomerPlace {
  const { value } = readLooseText(text);
  const identity = value === undefined ? [] : identityOf(value);
  const range = { offset, length: text.length };
  if (range.length >= documentText.length) return { range, documentPath: '', identity };
  const document = readLooseText(documentText);
  const start = offset + text.search(/\S|$/);
  const path = document.value === undefined ? undefined : document.pathAt(start);
  const documentPath = path !== undefined && document.rangeOf(path).offset === start ? path : undefined;
  return { range, documentPath, identity };
}

export function followCustomer(place: CustomerPlace, changes: readonly TextChange[]): CustomerPlace {
  return place.range ? { ...place, range: followRange(place.range, changes) } : place;
}

/** The customer's text in its document now; `undefined` when it is not found. */
export function findCustomer(place: CustomerPlace, documentText: string): TextPiece | undefined {
  const { range, documentPath, identity } = place;
  // What was the whole document still is.
  if (documentPath === '') return pieceAt(documentText, { offset: 0, length: documentText.length });
  if (range) return pieceAt(documentText, range);
  if (documentPath === undefined) return undefined;
  const document = readLooseText(documentText);
  const found = document.value === undefined ? undefined : nearestValue(document.value, documentPath);
  if (found?.path !== documentPath || !isSameCustomer(identityOf(found.value), identity)) return undefined;
  return pieceAt(documentText, document.rangeOf(documentPath));
}

/** The same after edits that were not followed: only its name, email or userId identifies the customer. */
export function findUnfollowedCustomer(place: CustomerPlace, documentText: string): TextPiece | undefined {
  if (place.documentPath !== undefined) return findCustomer({ ...place, range: undefined }, documentText);
  const piece = place.range && pieceAt(documentText, place.range);
  const value = piece && readLooseText(piece.text).value;
  return value !== undefined && isSameCustomer(identityOf(value), place.identity) ? piece : undefined;
}

/** A part of a customer after edits, event by event; `undefined` when it was changed or removed. */
export function followValue(
  place: ValuePlace,
  events: readonly (readonly TextChange[])[],
  documentText: string,
): ValuePlace | undefined {
  const customer = events.reduce(followCustomer, place.customer);
  const range = events.reduce<TextRange | undefined>(
    (moved, changes) => moved && followRange(moved, changes),
    place.range,
  );
  const isSame = range && textAt(documentText, range) === place.text;
  return isSame ? { ...place, customer, range } : findValue({ ...place, customer }, documentText);
}

/** The same value at the same path of its customer; where a place is about a key, any value. */
export function findValue(place: ValuePlace, documentText: string): ValuePlace | undefined {
  const { path, part, value } = place;
  const piece = value === undefined ? undefined : findCustomer(place.customer, documentText);
  if (!piece) return undefined;
  const json = readLooseText(piece.text);
  const found = json.value === undefined ? undefined : nearestValue(json.value, path);
  if (found?.path !== path) return undefined;
  if (part === 'value' && JSON.stringify(found.value) !== JSON.stringify(value)) return undefined;
  const { offset, length } = json.rangeOf(path, part);
  const range = { offset: piece.offset + offset, length };
  return { ...place, range, text: textAt(documentText, range) };
}

/** The value at a path, or at its nearest parent where the path does not exist. */
export function nearestValue(
  value: JsonValue,
  path: JsonPointer,
): { readonly path: JsonPointer; readonly value: JsonValue } {
  let found = value;
  const walked: string[] = [];
  for (const segment of pointerSegments(path)) {
    const next = childOf(found, segment);
    if (next === undefined) break;
    found = next;
    walked.push(segment);
  }
  return { path: toPointer(walked), value: found };
}

export function textAt(text: string, { offset, length }: TextRange): string {
  return text.slice(offset, offset + length);
}

function childOf(value: JsonValue, segment: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

function pieceAt(documentText: string, range: TextRange): TextPiece | undefined {
  const text = textAt(documentText, range);
  return text.trim() === '' ? undefined : { offset: range.offset, text };
}

function identityOf(value: JsonValue): JsonValue[] {
  return identityFields.map(({ key }) => (isJsonObject(value) && value[key]) || null);
}

/** Some fields of the identity may have been changed, and at least one was not. */
function isSameCustomer(identity: readonly JsonValue[], other: readonly JsonValue[]): boolean {
  return identity.some((mark, index) => mark !== null && mark === other[index]);
}
