import type { JsonObject, JsonPointer, JsonValue } from '@helpcrunch-customer-kit/core';
import { isWithin, readTag, splitTags, toPointer } from '@helpcrunch-customer-kit/core';
import type { Cell, Row } from '../table/table.ts';
import { isZeroDate, toReadableDate } from './dates.ts';
import type { MappedColumn, Mapping } from './mapping.ts';
import { cellText, isPlainNumber } from './profile.ts';
import { type CustomDataType, isDate } from './target.ts';

/** A cell that is not what its column was mapped to be. */
export interface CellProblem {
  readonly code: 'not-a-number' | 'not-true-or-false';
  /** Index of the column. */
  readonly column: number;
}

/** The customer that a row describes, as a person would have written it in JSON. */
export interface MappedRow {
  readonly customer: JsonObject;
  readonly problems: readonly CellProblem[];
  /** The column that a part of the customer comes from: its index. */
  columnOf(path: JsonPointer): number | undefined;
}

/** Builds the customer of a row. Empty cells are no values. */
export function customerOfRow({ cells }: Row, mapping: Mapping, defaults: JsonObject = {}): MappedRow {
  const customer: Record<string, JsonValue | undefined> = { ...defaults };
  const customData: Record<string, JsonValue> = {};
  const tags: JsonValue[] = [];
  const names: string[] = [];
  const origins: [JsonPointer, number][] = [];
  const problems: CellProblem[] = [];
  const put = (path: JsonPointer, column: number) => origins.push([path, column]);

  for (const [column, mapped] of mapping.columns.entries()) {
    const { target } = mapped;
    const cell = cells[column];
    const text = cellText(cell);
    if (!target || target.kind === 'ignore' || text.trim() === '') continue;
    switch (target.kind) {
      case 'field': {
        const value = fieldValue(cell, mapped, mapping.zeroIsNoDate);
        if (value !== undefined) customer[target.key] = value;
        put(toPointer([target.key]), column);
        break;
      }
      case 'first-name':
      case 'last-name':
        names[target.kind === 'first-name' ? 0 : 1] = text.trim();
        put('/name', column);
        break;
      case 'tags':
        for (const tag of tagsOf(cell, text)) {
          put(toPointer(['tags', tags.length]), column);
          tags.push(tag);
        }
        break;
      case 'custom-data': {
        const value = typed(text, target.type);
        if (value === undefined) {
          problems.push({ code: target.type === 'number' ? 'not-a-number' : 'not-true-or-false', column });
        } else customData[target.property] = value;
        put(toPointer(['customData', target.property]), column);
        break;
      }
      case 'all-custom-data': {
        const value = jsonOf(cell);
        if (value !== undefined) customer['customData'] = value;
        put('/customData', column);
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
  mergeLists(customer, tags, customData);
  return { customer, problems, columnOf: (path) => origins.find(([origin]) => isWithin(path, origin))?.[1] };
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

/** Tags of the table come before the defaults' tags; its custom data replaces theirs property by property. */
function mergeLists(
  customer: Record<string, JsonValue | undefined>,
  tags: JsonValue[],
  customData: JsonObject,
): void {
  const { tags: moreTags, customData: moreData } = customer;
  if (tags.length > 0) customer['tags'] = [...tags, ...(Array.isArray(moreTags) ? moreTags : [])];
  if (Object.keys(customData).length === 0) return;
  const others = typeof moreData === 'object' && !Array.isArray(moreData) ? moreData : {};
  customer['customData'] = { ...others, ...customData };
}

/**
 * Text stays text: nothing becomes a number by itself. Of a JSON file, numbers that cannot be carried exactly stay the
 * digits they were written with.
 */
function jsonOf(cell: Cell): JsonValue | undefined {
  if (typeof cell !== 'object') return cell;
  const value = JSON.parse(cell.json) as JsonValue;
  return typeof value === 'number' ? cell.json : value;
}

/**
 * Tags in one cell: split at `|` or `;` where there is one, else at commas; `vip #ff0000` has a color. No one sees how each
 * cell is read, so a word is never a color: `Mr Gray` is a name.
 */
function tagsOf(cell: Cell, text: string): JsonValue[] {
  if (typeof cell === 'object') {
    const value = JSON.parse(cell.json) as JsonValue;
    return Array.isArray(value) ? [...value] : [value];
  }
  return splitTags(text, /[|;]/.exec(text)?.[0] ?? ',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const tag = readTag(part, 'unambiguous');
      // Without a color and quotes, the name keeps its blanks.
      return tag.color === undefined && !part.startsWith('"') ? { name: part } : { ...tag };
    });
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
