import type { TextChange } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';

/** A part of a fix or of a refactoring. */
export type Change = TextChange;

/** Applies changes that do not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let [changed, at] = ['', 0];
  for (const change of changes.toSorted((one, other) => one.offset - other.offset)) {
    changed += text.slice(at, change.offset) + change.text;
    at = change.offset + change.length;
  }
  return changed + text.slice(at);
}

/** Changes that do not overlap, in the order of the text. */
export class ChangeSet {
  readonly #changes: Change[] = [];

  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** Adds all of the changes, or none when one overlaps an earlier one. */
  add(changes: readonly Change[]): boolean {
    if (changes.some((change) => this.#overlaps(change))) return false;
    for (const change of changes) this.#changes.splice(this.#placeOf(change), 0, change);
    return true;
  }

  #overlaps(change: Change): boolean {
    const place = this.#placeOf(change);
    return [this.#changes[place - 1], this.#changes[place]].some((other) => other && overlap(change, other));
  }

  /** Where a change belongs: the index of the first that starts after it. */
  #placeOf({ offset }: Change): number {
    let [low, high] = [0, this.#changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#changes[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether two changes touch the same text, or insert at the same offset. */
function overlap(one: Change, other: Change): boolean {
  if (one.offset === other.offset) return true;
  const [first, second] = one.offset < other.offset ? [one, other] : [other, one];
  return first.offset + first.length > second.offset;
}

/** Replaces a value or a key with JSON text. */
export function replaceNode({ offset, length }: Node, text: string): Change {
  return { offset, length, text };
}

/** Replaces a value or a key with a string. */
export function replaceWithString(node: Node, value: string): Change {
  return replaceNode(node, JSON.stringify(value));
}

export function insertAfter({ offset, length }: Node, text: string): Change {
  return { offset: offset + length, length: 0, text };
}

/** Replaces the brackets around the items of a value, and changes the items. */
export function replaceBrackets(
  { offset, length }: Node,
  [open, close]: readonly [string, string],
  items: readonly Change[],
): Change[] {
  return [
    { offset, length: 1, text: open },
    ...items,
    { offset: offset + length - 1, length: 1, text: close },
  ];
}

/**
 * Removes a property or a list item with one comma. Comments and layout stay; a line that becomes empty is removed.
 */
export function removePart(text: string, part: Node): Change[] {
  const siblings = part.parent?.children ?? [];
  const before = siblings[siblings.indexOf(part) - 1];
  const end = part.offset + part.length;
  const after = commaAt(text, end);
  if (after !== undefined && text.slice(end, after).trim() === '') {
    return [removeLine(text, part.offset, after + 1)];
  }
  const removal = removeLine(text, part.offset, end);
  if (after !== undefined) return [removal, { offset: after, length: 1, text: '' }];
  const comma = before && commaAt(text, before.offset + before.length);
  if (comma === undefined) return [removal];
  // With nothing but blanks between the comma and the part, the line end between them is removed too.
  return text.slice(comma + 1, part.offset).trim() === ''
    ? [{ offset: comma, length: end - comma, text: '' }]
    : [{ offset: comma, length: 1, text: '' }, removal];
}

/** Extends a removal to its whole line if the line has nothing else, otherwise to the blanks after it. */
function removeLine(text: string, start: number, end: number): Change {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[^\S\r\n]*(?:\r?\n)?/.exec(text.slice(end, end + 200))?.[0] ?? '';
  const isAlone = text.slice(lineStart, start).trim() === '' && rest.endsWith('\n');
  if (isAlone) return { offset: lineStart, length: end + rest.length - lineStart, text: '' };
  const blanks = /[\r\n]/.test(rest) ? '' : rest;
  return { offset: start, length: end + blanks.length - start, text: '' };
}

/** Whitespace and comments; an unclosed block comment reaches to the end. */
const trivia = /(?:\s+|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))*/y;

/** The offset after whitespace and comments. */
export function skipTrivia(text: string, offset: number): number {
  trivia.lastIndex = offset;
  trivia.test(text);
  return trivia.lastIndex;
}

/** The offset of the comma after whitespace and comments; `undefined` if something else follows. */
export function commaAt(text: string, from: number): number | undefined {
  const next = skipTrivia(text, from);
  return text.charAt(next) === ',' ? next : undefined;
}
