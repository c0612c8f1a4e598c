import type { Node } from 'jsonc-parser';
import { keyOf, partOf, textOf } from '../document/node-at.ts';
import type { Change } from '../edits/change.ts';
import { replaceNode } from '../edits/replace.ts';
import type { Refactor } from './refactor.ts';

/** `[{"property": "plan", "value": "pro"}]` → `{"plan": "pro"}`; comments between the entries and lines stay. */
export const customDataToMap: Refactor = ({ customer, segments }, { text }) => {
  const list = segments[0] === 'customData' ? partOf(customer.node, 'customData') : undefined;
  if (list?.type !== 'array' || segments.length > 2) return undefined;
  const entries = (list.children ?? []).map((entry) => entryChange(text, entry));
  const properties = new Set(entries.map((entry) => entry?.property));
  // A property that is there twice would lose a value.
  if (properties.has(undefined) || properties.size < entries.length) return undefined;
  return {
    title: 'Write it as {"property": value}',
    changes: [
      { offset: list.offset, length: 1, text: '{' },
      ...entries.flatMap((entry) => entry?.change ?? []),
      { offset: list.offset + list.length - 1, length: 1, text: '}' },
    ],
  };
};

function entryChange(text: string, entry: Node): { property: string; change: Change } | undefined {
  const [property, value] = [partOf(entry, 'property'), partOf(entry, 'value')];
  const name = textOf(property)?.trim();
  const isPlain = entry.type === 'object' && entry.children?.length === 2;
  if (!isPlain || !name || name === '__proto__' || !property || !value) return undefined;
  if (!/^(?:string|number|boolean)$/.test(value.type) || hasComment(text, entry, [property, value])) {
    return undefined;
  }
  const written = text.slice(value.offset, value.offset + value.length);
  return { property: name, change: replaceNode(entry, `${JSON.stringify(name)}: ${written}`) };
}

/** A comment inside an entry would be lost with its braces. */
function hasComment(text: string, entry: Node, values: readonly Node[]): boolean {
  const kept = [...values, ...values.flatMap((value) => keyOf(value) ?? [])].toSorted(
    (one, other) => one.offset - other.offset,
  );
  let at = entry.offset;
  return [...kept, { offset: entry.offset + entry.length, length: 0 }].some(({ offset, length }) => {
    const gap = text.slice(at, offset);
    at = offset + length;
    return gap.includes('/');
  });
}
