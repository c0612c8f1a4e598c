import type { Node } from 'jsonc-parser';
import { partOf } from '../document/node-at.ts';
import type { Change } from '../edits/change.ts';
import type { Refactor } from './refactor.ts';

/** `{"plan": "pro"}` → `[{ "property": "plan", "value": "pro" }]`, the form that travels; comments and lines stay. */
export const customDataToList: Refactor = ({ customer, segments, isKey }, { text }) => {
  const map = segments[0] === 'customData' ? partOf(customer.node, 'customData') : undefined;
  const isHere = segments.length === 1 || (segments.length === 2 && isKey);
  if (map?.type !== 'object' || !isHere) return undefined;
  const entries = (map.children ?? []).map((property) => entryChanges(text, property));
  if (entries.some((changes) => changes === undefined)) return undefined;
  return {
    title: 'Write it as a list of {property, value}',
    changes: [
      { offset: map.offset, length: 1, text: '[' },
      ...entries.flatMap((changes) => changes ?? []),
      { offset: map.offset + map.length - 1, length: 1, text: ']' },
    ],
  };
};

function entryChanges(text: string, { children, colonOffset }: Node): Change[] | undefined {
  const [key, value] = children ?? [];
  if (!key || !value || colonOffset === undefined) return undefined;
  const keyEnd = key.offset + key.length;
  if (text.slice(keyEnd, colonOffset).trim() !== '') return undefined;
  return [
    { offset: key.offset, length: 0, text: '{ "property": ' },
    { offset: keyEnd, length: colonOffset + 1 - keyEnd, text: ', "value":' },
    { offset: value.offset + value.length, length: 0, text: ' }' },
  ];
}
