import { type Node, type NodeType, type ParseError, visit } from 'jsonc-parser';
import { type JsonPointer, type JsonValue, toPointer } from '../customer/json.ts';
import { inexactNumber, isExactNumber } from '../rules/custom-data-rules.ts';
import { collectIssues } from '../rules/issue-collector.ts';
import { duplicateKey } from '../rules/json-rules.ts';
import type { Issue } from '../rules/rules.ts';

/** Where a part of a text begins. Nodes count from there, so that a part moves with everything in it. */
export interface Origin {
  offset: number;
}

/** A value, a key or a property of a text. `parent` and `children` are as the parser's own trees have them. */
export class JsonNode implements Node {
  readonly type: NodeType;
  readonly value: string | number | boolean | null | undefined;
  readonly origin: Origin;
  /** UTF-16 units after the origin. */
  start: number;
  length: number;
  parent?: JsonNode;
  readonly children?: JsonNode[];

  constructor(
    type: NodeType,
    value: JsonNode['value'],
    origin: Origin,
    start: number,
    length: number,
    parent: JsonNode | undefined,
  ) {
    this.type = type;
    this.value = value;
    this.origin = origin;
    this.start = start;
    this.length = length;
    if (parent) this.parent = parent;
    if (type === 'object' || type === 'array' || type === 'property') this.children = [];
  }

  get offset(): number {
    return this.origin.offset + this.start;
  }
}

/** A text after one pass: its tree, its value, and the issues that only the text shows. */
export interface ParsedJson {
  /** What could be read, even of broken text. */
  readonly root: JsonNode | undefined;
  /** Meaningless when there are errors. */
  readonly value: JsonValue | undefined;
  /** Duplicate keys, and numbers that parsing rounds. */
  readonly issues: readonly Issue[];
  readonly errors: readonly ParseError[];
}

const parseOptions = { allowTrailingComma: true, disallowComments: false };

type Holder = JsonValue[] | Record<string, JsonValue>;

/**
 * Reads JSON in one pass. With `movesItems` each item of the outermost lists, those that are the value itself or a field
 * of it, has an origin of its own.
 */
export function parseJson(source: string, { movesItems }: { readonly movesItems: boolean }): ParsedJson {
  const errors: ParseError[] = [];
  const issues = collectIssues<Issue>();
  const start: Origin = { offset: 0 };
  /** The list, object or property that is open, and the lists and objects around it as values. */
  let open: JsonNode | undefined;
  let holder: Holder | undefined;
  const holders: (Holder | undefined)[] = [];
  let key = '';
  let root: JsonNode | undefined;
  let whole: JsonValue | undefined;

  visit(
    source,
    {
      onObjectBegin: (offset) => begin('object', offset, {}),
      onObjectProperty(name, offset, length) {
        key = name;
        open = addNode('property', undefined, offset, -1);
        open.children?.push(
          new JsonNode('string', name, open.origin, offset - open.origin.offset, length, open),
        );
        if (holder && !Array.isArray(holder) && Object.hasOwn(holder, name)) {
          issues.add(duplicateKey.at(openPath(), { key: name }));
        }
      },
      onObjectEnd(offset, length) {
        // In broken text the last property may have no value.
        endProperty(offset + length);
        end(offset + length);
      },
      onArrayBegin: (offset) => begin('array', offset, []),
      onArrayEnd: (offset, length) => end(offset + length),
      onLiteralValue(value, offset, length) {
        addNode(typeOf(value), value, offset, length);
        addValue(value);
        if (typeof value === 'number') checkNumber(value, source.slice(offset, offset + length));
        endProperty(offset + length);
      },
      onSeparator(separator, offset) {
        // As above, for a property before the last.
        if (separator === ',') endProperty(offset);
      },
      onError: (error, offset, length) => void errors.push({ error, offset, length }),
    },
    parseOptions,
  );
  return { root, value: whole, issues: issues.list(), errors };

  function begin(type: 'object' | 'array', offset: number, value: Holder): void {
    open = addNode(type, undefined, offset, -1);
    addValue(value);
    holders.push(holder);
    holder = value;
  }

  function end(offset: number): void {
    if (open) open.length = offset - open.offset;
    open = open?.parent;
    holder = holders.pop();
    endProperty(offset);
  }

  function endProperty(offset: number): void {
    if (open?.type !== 'property') return;
    open.length = offset - open.offset;
    open = open.parent;
  }

  function addNode(type: NodeType, value: JsonNode['value'], offset: number, length: number): JsonNode {
    const isItem = movesItems && open?.type === 'array' && isOutermost(open);
    const origin = isItem ? { offset } : (open?.origin ?? start);
    const node = new JsonNode(type, value, origin, offset - origin.offset, length, open);
    if (open) open.children?.push(node);
    else root ??= node;
    return node;
  }

  function addValue(value: JsonValue): void {
    if (holder === undefined) whole ??= value;
    else if (Array.isArray(holder)) holder.push(value);
    else setKey(holder, key, value);
  }

  function checkNumber(value: number, written: string): void {
    if (isExactNumber(written)) return;
    issues.add(inexactNumber.at(openPath(), { written, stored: String(value) }));
  }

  /** The place that is read at the moment: the last item of every list that is open. */
  function openPath(): JsonPointer {
    const path: (string | number)[] = [];
    for (let node = open; node; node = node.parent) {
      if (node.type === 'property') path.push(String(node.children?.[0]?.value));
      else if (node.type === 'array') path.push((node.children?.length ?? 1) - 1);
    }
    return toPointer(path.reverse());
  }
}

/** Assigning a `__proto__` key would set a prototype. */
function setKey(object: Record<string, JsonValue>, key: string, value: JsonValue): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

function isOutermost({ parent }: JsonNode): boolean {
  return parent === undefined || (parent.type === 'property' && parent.parent?.parent === undefined);
}

function typeOf(value: string | number | boolean | null): NodeType {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    default:
      return 'boolean';
  }
}
