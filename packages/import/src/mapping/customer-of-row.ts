import {
  type Issue,
  isPlaceholderText,
  isWithin,
  type JsonObject,
  type JsonPointer,
  type JsonValue,
  readJsonText,
  toPointer,
} from '@helpcrunch-customer-kit/core';
import type { Cell, Row } from '../table/table.ts';
import { isZeroDate, toReadableDate } from './dates.ts';
import { mergeCustomData, mergeTags, readCustomDataCell, readTagsCell } from './list-cells.ts';
import type { MappedColumn, Mapping } from './mapping.ts';
import { cellText, isPlainNumber } from './profile.ts';
import { type CustomDataType, isDate } from './target.ts';

/** A cell that is not what its column was mapped to be; `column` is its index. */
export type CellIssue =
  | { readonly code: 'not-a-number' | 'not-true-or-false'; readonly column: number }
  /** A part of a name: what it becomes is a text of its own, about which core cannot know. */
  | { readonly code: 'placeholder-text'; readonly column: number; readonly text: string };

/** The customer that a row describes, as a person would have written it in JSON. */
export interface MappedRow {
  readonly customer: JsonObject;
  readonly cellIssues: readonly CellIssue[];
  /** Of JSON in cells, as text: numbers that lose digits, keys that are there twice, and text that is not JSON. */
  readonly textIssues: readonly Issue[];
  /** The column that a part of the customer comes from: its index. */
  columnOf(path: JsonPointer): number | undefined;
}

/** Builds the customer of a row. Empty cells are no values. */
export function customerOfRow({ cells }: Row, mapping: Mapping, defaults: JsonObject = {}): MappedRow {
  const customer: Record<string, JsonValue | undefined> = { ...defaults };
  const customData: Record<string, JsonValue> = {};
  const tags: JsonValue[] = [];
  const textIssues: Issue[] = [];
  const names: string[] = [];
  const origins: [readonly (string | number)[], number][] = [];
  const cellIssues: CellIssue[] = [];
  // Few rows have an issue whose column is asked for: pointers are built then.
  const put = (path: readonly (string | number)[], column: number) => origins.push([path, column]);

  for (const [column, mapped] of mapping.columns.entries()) {
    const { target } = mapped;
    const cell = cells[column];
    const text = cellText(cell);
    if (!target || target.kind === 'ignore' || isEmptyText(text.trim(), mapping)) continue;
    switch (target.kind) {
      case 'field': {
        const value = fieldValue(cell, mapped, mapping.zeroIsNoDate);
        if (value !== undefined) customer[target.key] = value;
        put([target.key], column);
        break;
      }
      case 'first-name':
      case 'last-name':
        names[target.kind === 'first-name' ? 0 : 1] = text.trim();
        if (isPlaceholderText(text)) cellIssues.push({ code: 'placeholder-text', column, text: text.trim() });
        put(['name'], column);
        break;
      case 'tags': {
        const read = readTagsCell(cell, text, tags.length);
        for (const tag of read.value) {
          put(['tags', tags.length], column);
          tags.push(tag);
        }
        textIssues.push(...read.textIssues);
        break;
      }
      case 'custom-data': {
        const value = typed(text, target.type);
        if (value === undefined) {
          cellIssues.push({ code: target.type === 'number' ? 'not-a-number' : 'not-true-or-false', column });
        } else customData[target.property] = value;
        put(['customData', target.property], column);
        break;
      }
      case 'all-custom-data': {
        const read = readCustomDataCell(cell, text);
        customer['customData'] = mergeCustomData(customer['customData'], read.value);
        textIssues.push(...read.textIssues);
        put(['customData'], column);
        break;
      }
      default: {
        const unreachable: never = target;
        return unreachable;
      }
    }
  }
  const name = names.filter(Boolean).join(' ');
  if (name !== '') customer['name'] = name;
  if (tags.length > 0) customer['tags'] = mergeTags(tags, customer['tags']);
  if (Object.keys(customData).length > 0)
    customer['customData'] = mergeCustomData(customer['customData'], customData);
  return {
    customer,
    cellIssues,
    textIssues,
    columnOf: (path) => origins.find(([origin]) => isWithin(path, toPointer(origin)))?.[1],
  };
}

function isEmptyText(text: string, { emptyTexts }: Mapping): boolean {
  if (text === '' || emptyTexts.length === 0) return text === '';
  const name = text.toLowerCase();
  return emptyTexts.some((empty) => empty.toLowerCase() === name);
}

function fieldValue(
  cell: Cell,
  { dateFormat, target }: MappedColumn,
  zeroIsNoDate: boolean,
): JsonValue | undefined {
  if (isDate(target)) {
    const text = cellText(cell).trim();
    if (zeroIsNoDate && isZeroDate(text)) return undefined;
    return dateFormat === undefined ? text : toReadableDate(text, dateFormat);
  }
  return jsonOf(cell);
}

/**
 * Text stays text: nothing becomes a number by itself. Of a JSON file, numbers that cannot be carried exactly stay the
 * digits they were written with.
 */
function jsonOf(cell: Cell): JsonValue | undefined {
  if (typeof cell !== 'object') return cell;
  const { value } = readJsonText(cell.json);
  return typeof value === 'number' ? cell.json : value;
}

function typed(text: string, type: CustomDataType): JsonValue | undefined {
  const trimmed = text.trim();
  switch (type) {
    case 'text':
      return text;
    case 'number':
      return isPlainNumber(trimmed) ? Number(trimmed) : undefined;
    case 'boolean':
      return /^(?:true|yes|1)$/i.test(trimmed) ? true : /^(?:false|no|0)$/i.test(trimmed) ? false : undefined;
    default: {
      const unreachable: never = type;
      return unreachable;
    }
  }
}
