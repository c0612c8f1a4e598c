import type { Node } from 'jsonc-parser';
import { type Change, insertAfter, replaceBrackets, replaceNode } from '../edits.ts';
import { keyOf, partOf, sourceOf, stringOf } from '../nodes.ts';

/**
 * `{"plan": "pro"}` → `[{ "property": "plan", "value": "pro" }]`, the form that is sent. Comments and lines stay.
 *
 * @returns undefined for anything but a map whose entries all have this form.
 */
export function customDataToList(text: string, map: Node): Change[] | undefined {
  if (map.type !== 'object') return undefined;
  const entries = (map.children ?? []).map((property) => toListEntry(text, property));
  if (entries.some((changes) => changes === undefined)) return undefined;
  const items = entries.flatMap((changes) => changes ?? []);
  return replaceBrackets(map, ['[', ']'], items);
}

function toListEntry(text: string, { children }: Node): Change[] | undefined {
  const [key, value] = children ?? [];
  if (!key || !value) return undefined;
  const keyEnd = key.offset + key.length;
  const colonOffset = text.indexOf(':', keyEnd);
  // A comment between them would be lost.
  if (text.slice(keyEnd, colonOffset).trim() !== '') return undefined;
  return [
    { offset: key.offset, length: 0, text: '{ "property": ' },
    { offset: keyEnd, length: colonOffset + 1 - keyEnd, text: ', "value":' },
    insertAfter(value, ' }'),
  ];
}

/**
 * `[{"property": "plan", "value": "pro"}]` → `{"plan": "pro"}`. Comments between the entries and lines stay.
 *
 * @returns undefined where the map would lose something: a duplicate property, a comment or another key.
 */
export function customDataToMap(text: string, list: Node): Change[] | undefined {
  if (list.type !== 'array') return undefined;
  const entries = (list.children ?? []).map((entry) => toMapEntry(text, entry));
  const properties = new Set(entries.map((entry) => entry?.property));
  if (properties.has(undefined) || properties.size < entries.length) return undefined;
  const items = entries.flatMap((entry) => entry?.change ?? []);
  return replaceBrackets(list, ['{', '}'], items);
}

function toMapEntry(text: string, entry: Node): { property: string; change: Change } | undefined {
  const [property, value] = [partOf(entry, 'property'), partOf(entry, 'value')];
  const name = stringOf(property)?.trim();
  const hasBothOnly = entry.type === 'object' && entry.children?.length === 2;
  if (!hasBothOnly || !name || name === '__proto__' || !property || !value) return undefined;
  if (!/^(?:string|number|boolean)$/.test(value.type) || hasComment(text, entry, [property, value])) {
    return undefined;
  }
  const written = `${JSON.stringify(name)}: ${sourceOf(text, value)}`;
  return { property: name, change: replaceNode(entry, written) };
}

/** Whether there is a comment inside the entry, outside of its keys and values. */
function hasComment(text: string, entry: Node, values: readonly Node[]): boolean {
  const parts = [...values, ...values.flatMap((value) => keyOf(value) ?? [])].toSorted(
    (one, other) => one.offset - other.offset,
  );
  let at = entry.offset;
  return [...parts, { offset: entry.offset + entry.length, length: 0 }].some(({ offset, length }) => {
    const gap = text.slice(at, offset);
    at = offset + length;
    return gap.includes('/');
  });
}
