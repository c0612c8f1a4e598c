import type { JsonKind } from '../customer/json-value.ts';

const words: Readonly<Record<JsonKind, string>> = {
  text: 'text in quotes',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  list: 'a list',
  object: 'an object',
  nothing: 'nothing',
};

export function kindWords(kind: JsonKind): string {
  return words[kind];
}

export function kindList(kinds: readonly JsonKind[]): string {
  return kinds.map(kindWords).join(' or ');
}
