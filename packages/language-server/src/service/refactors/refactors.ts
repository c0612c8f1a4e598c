import { customerField, type FieldKind, readDate } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import { type Change, insertAfter, replaceWithString } from '../edits.ts';
import { partOf, stringOf } from '../nodes.ts';
import type { ParsedDocument, Spot } from '../parsed-document.ts';
import { customDataToList, customDataToMap } from './custom-data-forms.ts';

interface PreparedRefactor {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Writes a correct value in another form, if the spot has one. */
type Refactor = (spot: Spot, parsed: ParsedDocument) => PreparedRefactor | undefined;

/** A string of UNIX seconds, as it is sent (documented). */
const dateToSeconds: Refactor = (spot) => {
  const text = stringOf(spot.node);
  if (!isValueOf(spot, 'date') || text === undefined || /^\s*-?\d+(\.\d+)?\s*$/.test(text)) return undefined;
  const reading = readDate(text);
  if (reading.kind !== 'seconds') return undefined;
  return {
    title: `Convert to UNIX seconds: ${reading.seconds}`,
    changes: [replaceWithString(spot.node, String(reading.seconds))],
  };
};

const secondsToDate: Refactor = (spot) => {
  const written = String(spot.node.value).trim();
  if (!isValueOf(spot, 'date') || !/^\d+$/.test(written)) return undefined;
  const reading = readDate(written);
  if (reading.kind !== 'seconds') return undefined;
  const date = new Date(reading.seconds * 1000).toISOString().replace('.000', '');
  return { title: `Convert to a date: ${date}`, changes: [replaceWithString(spot.node, date)] };
};

/** The value of the field that a place is in, if the field is of that kind. */
function fieldAt(customer: Node, [key = '']: readonly string[], kind: FieldKind): Node | undefined {
  return customerField(key)?.kind === kind ? partOf(customer, key) : undefined;
}

const toListForm: Refactor = ({ customer, segments, isKey }, { text }) => {
  const map = fieldAt(customer.node, segments, 'custom-data');
  const isHere = segments.length === 1 || (segments.length === 2 && isKey);
  const changes = map && isHere ? customDataToList(text, map) : undefined;
  return changes && { title: 'Convert to a list of {property, value}', changes };
};

const toMapForm: Refactor = ({ customer, segments }, { text }) => {
  const list = fieldAt(customer.node, segments, 'custom-data');
  const changes = list && segments.length <= 2 ? customDataToMap(text, list) : undefined;
  return changes && { title: 'Convert to {"property": value}', changes };
};

/** The color that HelpCrunch gives a new tag without one (documented). */
const defaultColor = '#c377e0';

const addTagColor: Refactor = ({ customer, segments }, { text }) => {
  const [, index] = segments;
  const tags = fieldAt(customer.node, segments, 'tags');
  const tag = tags && index !== undefined ? partOf(tags, index) : undefined;
  const last = tag?.children?.at(-1);
  if (tag?.type !== 'object' || !last || partOf(tag, 'color')) return undefined;
  return {
    title: `Add the default tag color: ${defaultColor}`,
    changes: [insertAfter(last, `,${gapBefore(text, last)}"color": "${defaultColor}"`)],
  };
};

/** A line end and indentation if the last property has its own line, else a space. */
function gapBefore(text: string, { offset }: Node): string {
  const lineStart = text.lastIndexOf('\n', offset - 1);
  const indent = text.slice(lineStart + 1, offset);
  if (lineStart === -1 || indent.trim() !== '') return ' ';
  return (text.charAt(lineStart - 1) === '\r' ? '\r\n' : '\n') + indent;
}

/** They are not sent, so without them the file shows what is. */
const trimText: Refactor = ({ node, isKey }) => {
  const text = stringOf(node);
  const trimmed = text?.trim();
  if (isKey || trimmed === undefined || trimmed === text) return undefined;
  return { title: 'Remove leading and trailing spaces', changes: [replaceWithString(node, trimmed)] };
};

/** Domains are not case-sensitive (RFC 4343); the part before the @ can be. */
const lowercaseDomain: Refactor = (spot) => {
  const address = stringOf(spot.node);
  if (!isValueOf(spot, 'email') || address === undefined) return undefined;
  const at = address.lastIndexOf('@') + 1;
  const lowercase = address.slice(0, at) + address.slice(at).toLowerCase();
  if (at === 0 || lowercase === address) return undefined;
  return {
    title: 'Convert the domain to lowercase',
    changes: [replaceWithString(spot.node, lowercase)],
  };
};

/** All refactorings. To add one, write it here and add it to the list. */
export const refactors: readonly Refactor[] = [
  dateToSeconds,
  secondsToDate,
  toListForm,
  toMapForm,
  addTagColor,
  trimText,
  lowercaseDomain,
];

function isValueOf({ segments, isKey }: Spot, kind: FieldKind): boolean {
  const [key = '', ...rest] = segments;
  return !isKey && rest.length === 0 && customerField(key)?.kind === kind;
}
