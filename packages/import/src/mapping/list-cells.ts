import {
  type Issue,
  isJsonObject,
  type JsonObject,
  type JsonPointer,
  type JsonValue,
  pointerSegments,
  readJsonText,
  readTag,
  splitTags,
  toPointer,
} from '@helpcrunch-customer-kit/core';
import type { Cell } from '../table/table.ts';

/** A part of a customer that a cell holds, and the issues that only its text shows, at their places in the customer. */
export interface CellReading<Value> {
  readonly value: Value;
  readonly textIssues: readonly Issue[];
}

/**
 * Tags in one cell: split at `|` or `;` where there is one, else at commas; `vip #ff0000` has a color. No one sees how each
 * cell is read, so a word is never a color: `Mr Gray` is a name. A JSON list has objects or names. `first` is the index of
 * the first tag in the customer.
 */
export function readTagsCell(cell: Cell, text: string, first: number): CellReading<JsonValue[]> {
  const json = typeof cell === 'object' || text.trimStart().startsWith('[') ? readJsonText(text) : undefined;
  // `[vip]` is a name.
  if (!json || (typeof cell !== 'object' && json.value === undefined)) {
    return { value: tagsInText(text), textIssues: [] };
  }
  const list = Array.isArray(json.value) ? json.value : undefined;
  const tags = (list ?? (json.value === undefined ? [] : [json.value])).map((tag) =>
    typeof tag === 'string' ? { name: tag } : tag,
  );
  const placeOf = (path: JsonPointer) => {
    const [index, ...rest] = list ? pointerSegments(path) : ['0', ...pointerSegments(path)];
    return toPointer(index === undefined ? ['tags'] : ['tags', first + Number(index), ...rest]);
  };
  return { value: tags, textIssues: json.issues.map((issue) => ({ ...issue, path: placeOf(issue.path) })) };
}

function tagsInText(text: string): JsonValue[] {
  return splitTags(text, /[|;]/.exec(text)?.[0] ?? ',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const tag = readTag(part, 'unambiguous');
      // Without a color and quotes, the name keeps its blanks.
      return tag.color === undefined && !part.startsWith('"') ? { name: part } : { ...tag };
    });
}

/** All custom data in one cell: a JSON list or object. Other text stays as it is, for core to report. */
export function readCustomDataCell(cell: Cell, text: string): CellReading<JsonValue> {
  if (typeof cell !== 'object' && !/^\s*[[{]/.test(text)) return { value: text, textIssues: [] };
  const { value = {}, issues } = readJsonText(text);
  return { value, textIssues: issues.map((issue) => ({ ...issue, path: `/customData${issue.path}` })) };
}

/** Tags of a row come before the defaults' tags. */
export function mergeTags(tags: readonly JsonValue[], others: JsonValue | undefined): JsonValue[] {
  return [...tags, ...(Array.isArray(others) ? others : [])];
}

/** Custom data with other custom data over it, property by property. What cannot be merged stays, for core to report. */
export function mergeCustomData(
  under: JsonValue | undefined,
  over: JsonValue | undefined,
): JsonValue | undefined {
  if (under === undefined || over === undefined) return over ?? under;
  if (isJsonObject(under) && isJsonObject(over)) return { ...under, ...over };
  if (!(isMergeable(under) && isMergeable(over))) return isMergeable(over) ? under : over;
  const replaced = new Set(entriesOf(over).map(propertyOf));
  return [...entriesOf(under).filter((entry) => !replaced.has(propertyOf(entry))), ...entriesOf(over)];
}

function isMergeable(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return Array.isArray(value) || isJsonObject(value);
}

function entriesOf(value: JsonObject | readonly JsonValue[]): readonly JsonValue[] {
  if (!isJsonObject(value)) return value;
  return Object.entries(value).map(([property, part]) => ({ property, value: part ?? null }));
}

function propertyOf(entry: JsonValue): unknown {
  return isJsonObject(entry) ? entry['property'] : entry;
}
