import { issueMessage, readJsonText } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import { cellEncoding, type Encoding, toSplittable } from './encoding.ts';
import { ownColumns } from './header.ts';
import { type JsonPiece, splitLines, splitObjects } from './split-json.ts';
import {
  type Cell,
  maxTableRows,
  type Open,
  type SourceRow,
  type Table,
  type TableOptions,
} from './table.ts';
import { TableError } from './table-issue.ts';

export type JsonLayout = 'lines' | 'objects' | 'page';

/** Reads which keys the objects of a file have; the objects themselves are read as a stream. */
export async function readJsonTable(
  open: Open,
  encoding: Encoding,
  { layout, maxRows = maxTableRows }: TableOptions & { readonly layout: JsonLayout },
): Promise<Table> {
  const pieces = () => {
    const text = decoded(toSplittable(open(), encoding), encoding);
    return layout === 'lines' ? splitLines(text) : splitObjects(text, layout);
  };
  const header = new Map<string, number>();
  let count = 0;
  for await (const piece of pieces()) {
    count += 1;
    if (count > maxRows) throw new TableError({ code: 'too-many-rows', maxRows });
    for (const [key] of properties(piece)) if (!header.has(key)) header.set(key, header.size);
  }
  if (count === 0) throw new TableError({ code: 'no-rows' });
  const names = ownKeysLast([...header.keys()]);
  for (const [index, name] of names.entries()) header.set(name, index);
  async function* batches() {
    for await (const piece of pieces()) yield [toRow(piece, header)];
  }
  return { header: names, format: { kind: 'json' }, batches, sourceBatches: batches };
}

/** As in a table, so that those which our result files add are known by their place. */
function ownKeysLast(keys: readonly string[]): string[] {
  const own = Object.values(ownColumns).find((names) => names.every((name) => keys.includes(name))) ?? [];
  const isOwn = (key: string) => (own as readonly string[]).includes(key);
  return [...keys.filter((key) => !isOwn(key)), ...own];
}

function toRow(piece: JsonPiece, header: ReadonlyMap<string, number>): SourceRow {
  const cells = Array.from<Cell>({ length: header.size });
  for (const [key, value] of properties(piece)) {
    const index = header.get(key);
    if (index !== undefined) cells[index] = toCell(piece.text, value);
  }
  return { line: piece.line, cells, source: new TextEncoder().encode(piece.text) };
}

/** The cell of a value in the text of a row. `null` is how exports write "no value". */
export function toCell(text: string, { type, offset, length, value }: Node): Cell {
  if (type === 'string') return String(value);
  return type === 'null' ? '' : { json: text.slice(offset, offset + length) };
}

function properties({ text, line }: JsonPiece): [string, Node][] {
  const { tree, issues, value } = readJsonText(text);
  if (!tree || value === undefined) {
    const [issue] = issues;
    throw new TableError({
      code: 'invalid-json',
      line,
      message: issue ? issueMessage(issue) : 'Invalid JSON.',
    });
  }
  if (tree.type !== 'object') {
    throw new TableError({
      code: 'not-an-object',
      line,
      kind: tree.type === 'array' ? 'a list' : tree.type === 'string' ? 'a text' : `a ${tree.type}`,
    });
  }
  const seen = new Set<string>();
  return (tree.children ?? []).flatMap(({ children: [name, value] = [] }): [string, Node][] => {
    if (!name || !value) return [];
    const key = String(name.value);
    if (seen.has(key)) throw new TableError({ code: 'duplicate-key', line, key });
    seen.add(key);
    return [[key, value]];
  });
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(cellEncoding(encoding));
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
