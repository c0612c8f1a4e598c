import type { Node } from 'jsonc-parser';
import { afterBrackets, afterTrivia } from './literal-tokens.ts';
import type { TextRange } from './text-change.ts';

/** A list or an object as JavaScript, TypeScript and JSON5 write it. */
export interface ObjectLiteral {
  /** As the parser of JSON describes it; offsets count the whole text. Properties have no value where it is computed. */
  readonly node: Node;
  /** Expressions whose value is only known once the code runs. */
  readonly computed: readonly TextRange[];
}

type NewNode = Omit<Node, 'parent' | 'children' | 'length' | 'colonOffset'> & {
  length: number;
  colonOffset?: number;
  parent?: Node;
  children?: Node[];
};

const maxDepth = 100;
const decimal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.$])/y;
const asConst = /as\s+const\b/y;

/**
 * Reads the object or list that begins at an offset, whatever follows its end: keys without quotes, any quotes, comments,
 * trailing commas, and template texts without expressions. `undefined` where that is code, or not complete.
 *
 * @example
 * readObjectLiteral(`const ada = { name: 'Ada' };`, 12)?.node.length; // 15
 */
export function readObjectLiteral(text: string, offset: number): ObjectLiteral | undefined {
  const reader = new LiteralReader(text);
  const node = reader.value(offset, 0);
  return node && { node, computed: reader.computed };
}

class LiteralReader {
  readonly computed: TextRange[] = [];
  readonly #text: string;
  /** Made with a reader: its classes take as long as much else of a start. */
  readonly #identifier = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;

  constructor(text: string) {
    this.#text = text;
  }

  /** A plain value at an offset; `undefined` where there is none. */
  value(offset: number, depth: number): NewNode | undefined {
    const first = this.#text.charAt(offset);
    if (first === '{' || first === '[') {
      if (depth >= maxDepth) return undefined;
      return first === '{' ? this.#object(offset, depth) : this.#list(offset, depth);
    }
    if (first === '"' || first === "'" || first === '`') return this.#string(offset);
    const word = this.#match(this.#identifier, offset);
    if (word === 'true' || word === 'false') {
      return { type: 'boolean', offset, length: word.length, value: word === 'true' };
    }
    if (word === 'null') return { type: 'null', offset, length: word.length, value: null };
    const digits = this.#match(decimal, offset);
    return digits === undefined
      ? undefined
      : { type: 'number', offset, length: digits.length, value: Number(digits) };
  }

  #list(offset: number, depth: number): NewNode | undefined {
    const list: NewNode = { type: 'array', offset, length: 0, children: [] };
    for (let at = this.#skip(offset + 1); ; ) {
      if (this.#text.charAt(at) === ']') return closed(list, at);
      const item = this.#part(at, depth);
      if (!item) return undefined;
      if (item.node) adopt(list, item.node);
      if (this.#text.charAt(item.end) === ',') at = this.#skip(item.end + 1);
      else if (this.#text.charAt(item.end) === ']') at = item.end;
      else return undefined;
    }
  }

  #object(offset: number, depth: number): NewNode | undefined {
    const object: NewNode = { type: 'object', offset, length: 0, children: [] };
    for (let at = this.#skip(offset + 1); ; ) {
      if (this.#text.charAt(at) === '}') return closed(object, at);
      const end = this.#property(object, at, depth);
      if (end === undefined) return undefined;
      if (this.#text.charAt(end) === ',') at = this.#skip(end + 1);
      else if (this.#text.charAt(end) === '}') at = end;
      else return undefined;
    }
  }

  /** Adds a property, without a value where that is computed; returns its end, or `undefined` where it is not one. */
  #property(object: NewNode, offset: number, depth: number): number | undefined {
    const key = this.#key(offset);
    const property: NewNode = { type: 'property', offset, length: key?.length ?? 0, children: [] };
    if (key) {
      adopt(property, key);
      adopt(object, property);
    }
    const colonOffset = key ? this.#skip(key.offset + key.length) : offset;
    if (!key || this.#text.charAt(colonOffset) !== ':') return this.#compute(offset);
    property.colonOffset = colonOffset;
    const value = this.#part(this.#skip(colonOffset + 1), depth);
    if (!value?.node) return value?.end;
    adopt(property, value.node);
    property.length = value.node.offset + value.node.length - offset;
    return value.end;
  }

  #key(offset: number): NewNode | undefined {
    if (/["']/.test(this.#text.charAt(offset))) return this.#string(offset);
    const word = this.#match(this.#identifier, offset) ?? this.#match(decimal, offset);
    return word === undefined ? undefined : { type: 'string', offset, length: word.length, value: word };
  }

  /** A plain value, `undefined` without its node, or a computed one, up to the comma or bracket after it. */
  #part(offset: number, depth: number): { readonly node?: NewNode; readonly end: number } | undefined {
    const node = this.value(offset, depth + 1);
    const behind = node && this.#skip(node.offset + node.length);
    const end =
      behind === undefined ? undefined : this.#skip(behind + (this.#match(asConst, behind) ?? '').length);
    if (node && end !== undefined && /[,}\]]/.test(this.#text.charAt(end))) return { node, end };
    // A comma is missing.
    if (behind !== undefined && /["'`\d{]/.test(this.#text.charAt(behind))) return undefined;
    const wordEnd = this.#match(this.#identifier, offset) === 'undefined' ? this.#skip(offset + 9) : offset;
    if (wordEnd > offset && /[,}\]]/.test(this.#text.charAt(wordEnd))) return { end: wordEnd };
    const computedEnd = this.#compute(offset);
    return computedEnd === undefined ? undefined : { end: computedEnd };
  }

  /** Notes an expression; returns the offset of the comma or bracket after it. */
  #compute(offset: number): number | undefined {
    const end = afterBrackets(this.#text, offset);
    if (end === undefined || end === offset) return undefined;
    this.computed.push({ offset, length: this.#text.slice(offset, end).trimEnd().length });
    return end;
  }

  #string(offset: number): NewNode | undefined {
    const quote = this.#text.charAt(offset);
    let value = '';
    for (let at = offset + 1; at < this.#text.length; ) {
      const character = this.#text.charAt(at);
      if (character === quote) return { type: 'string', offset, length: at + 1 - offset, value };
      const isBreak = character === '\n' || character === '\r';
      if (quote === '`' ? this.#text.startsWith('${', at) : isBreak) return undefined;
      const read = character === '\\' ? this.#escape(at + 1) : { text: character, end: at + 1 };
      if (!read) return undefined;
      value += read.text;
      at = read.end;
    }
    return undefined;
  }

  #escape(at: number): { readonly text: string; readonly end: number } | undefined {
    const coded = this.#match(/u\{[\da-f]{1,6}\}|u[\da-f]{4}|x[\da-f]{2}/iy, at);
    if (coded) {
      const code = Number.parseInt(coded.replaceAll(/[^\da-f]/gi, ''), 16);
      return code > 0x10ffff ? undefined : { text: String.fromCodePoint(code), end: at + coded.length };
    }
    const lineBreak = this.#match(/\r\n|[\r\n\u2028\u2029]/y, at);
    if (lineBreak) return { text: '', end: at + lineBreak.length };
    const letter = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
    if (/[1-9ux]/.test(letter) || at >= this.#text.length) return undefined;
    return { text: escapes[letter] ?? letter, end: at + letter.length };
  }

  #skip(offset: number): number {
    return afterTrivia(this.#text, offset);
  }

  #match(pattern: RegExp, offset: number): string | undefined {
    pattern.lastIndex = offset;
    return pattern.exec(this.#text)?.[0];
  }
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

function adopt(parent: NewNode, child: NewNode): void {
  child.parent = parent;
  parent.children?.push(child);
}

function closed(node: NewNode, at: number): NewNode {
  node.length = at + 1 - node.offset;
  return node;
}
