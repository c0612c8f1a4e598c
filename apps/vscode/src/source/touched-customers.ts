import { customerField, readLooseText, readObjectLiteral } from '@helpcrunch-customer-kit/core';

/** A part of a document's text that should be JSON. Offsets are UTF-16 units in the untouched text. */
export interface TextPiece {
  readonly offset: number;
  readonly text: string;
}

/** A selection; a cursor is an empty one. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** What a selection is about. */
export interface Touched {
  readonly pieces: readonly TextPiece[];
  /** Expressions in customers, which are no pieces for that reason. */
  readonly computed: readonly TextPiece[];
}

type Node = NonNullable<ReturnType<typeof readObjectLiteral>>['node'];

interface Root {
  readonly node: Node;
  readonly computed: readonly Pick<Node, 'offset' | 'length'>[];
}

/** Brackets before a selection that may open what it is in. */
const maxBracketsBefore = 200;
const maxCharactersBefore = 50_000;

/**
 * The customers that a selection touches, each whole, in JSON and in the code of other languages: a part of an object
 * stands for its customer, and neighbors are customers of their own.
 */
export function touchedCustomers(text: string, range: OffsetRange): Touched {
  const found = rootsAt(text, range).flatMap((root) =>
    customersIn(root.node, range).map((node) => ({ node, computed: root.computed })),
  );
  const touched = found.map(({ node: { offset, length }, computed }) => ({
    piece: pieceOf(text, { offset, length }),
    computed: computed.filter((one) => one.offset >= offset && one.offset < offset + length),
  }));
  return {
    pieces: touched.filter(({ computed }) => computed.length === 0).map(({ piece }) => piece),
    computed: touched.flatMap(({ computed }) => computed.map((one) => pieceOf(text, one))),
  };
}

/** The objects and lists that a range touches, none inside another. */
function rootsAt(text: string, range: OffsetRange): Root[] {
  const json = /^[\s\uFEFF]*(?:[[{]|\/[/*])/.test(text) ? readLooseText(text) : undefined;
  if (json?.value !== undefined && json.tree) return [{ node: json.tree, computed: [] }];
  const around = outermostAround(text, range);
  return [
    ...(around ? [around] : []),
    ...rootsWithin(text, around ? endOf(around.node) : range.start, range),
  ];
}

/** Code ends a literal: nothing further out than the last one that can be read is one. */
function outermostAround(text: string, { start, end }: OffsetRange): Root | undefined {
  const first = Math.max(0, start - maxCharactersBefore);
  let outermost: Root | undefined;
  let brackets = 0;
  // A cursor right after a bracket is inside.
  for (let at = start - 1; at >= first && brackets < maxBracketsBefore; at -= 1) {
    if (!/[[{]/.test(text.charAt(at))) continue;
    brackets += 1;
    const root = readObjectLiteral(text, at);
    if (root && touches(root.node, { start, end })) outermost = root;
  }
  return outermost;
}

function rootsWithin(text: string, first: number, { start, end }: OffsetRange): Root[] {
  const roots: Root[] = [];
  // A cursor right before a bracket is at it.
  const last = start === end ? end + 1 : end;
  for (let at = Math.max(first, start); at < last; at += 1) {
    const root = /[[{]/.test(text.charAt(at)) ? readObjectLiteral(text, at) : undefined;
    if (!root) continue;
    roots.push(root);
    at = endOf(root.node) - 1;
  }
  return roots;
}

/** The outermost objects with a field of a customer that a range touches. */
function customersIn(node: Node, range: OffsetRange): Node[] {
  if (!touches(node, range)) return [];
  if (node.type === 'object' && node.children?.some(isField)) return [node];
  return (node.children ?? []).flatMap((child) => customersIn(child, range));
}

function isField({ children: [key] = [] }: Node): boolean {
  return customerField(String(key?.value)) !== undefined;
}

function touches({ offset, length }: Node, { start, end }: OffsetRange): boolean {
  return start === end
    ? offset <= start && offset + length >= start
    : offset < end && offset + length > start;
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

function pieceOf(text: string, { offset, length }: Pick<Node, 'offset' | 'length'>): TextPiece {
  return { offset, text: text.slice(offset, offset + length) };
}
