import {
  issueMessage,
  pointerSegments,
  readJsonText,
  type TextRange,
  toPointer,
} from '@helpcrunch-customer-kit/core';
import { type Cell, toCell } from '@helpcrunch-customer-kit/import/cells';
import { RowMemory, type TableNote, type TableRow, type TableText } from './table-text.ts';

/** What one line says. */
interface ReadLine {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Ranges start at the line's text. */
  readonly notes: readonly TableNote[];
}

/** Reads JSON Lines, again and again: of a new version, only the lines that changed. */
export function createJsonLinesReader(): (text: string) => TableText {
  const memory = new RowMemory<ReadLine>();
  return (text) => {
    memory.startReading();
    const notes: TableNote[] = [];
    const firstPlaces = new Map<string, () => TextRange>();
    const lines: { line: number; start: number; source: string; read: ReadLine }[] = [];
    for (const { line, start, source } of linesOf(text)) {
      const read = memory.get(source, readLine);
      notes.push(...read.notes.map((note) => ({ ...note, range: shifted(note.range, start) })));
      for (const key of read.cells.keys()) {
        if (!firstPlaces.has(key)) firstPlaces.set(key, () => shifted(rangeIn(source, [key], 'key'), start));
      }
      lines.push({ line, start, source, read });
    }
    const header = [...firstPlaces.keys()];
    const rows = lines
      .filter(({ read }) => read.notes.length === 0)
      .map(
        ({ read, ...place }): TableRow => ({
          ...place,
          cells: header.map((key) => read.cells.get(key)),
          placeOf: (column, path) => placeIn(place.source, header[column ?? -1], path),
        }),
      );
    return {
      kind: 'json',
      header,
      rows,
      notes,
      headerRange: (column) => firstPlaces.get(header[column] ?? '')?.() ?? { offset: 0, length: 1 },
    };
  };
}

function* linesOf(text: string): Generator<{ line: number; start: number; source: string }> {
  let [line, at] = [1, 0];
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    const written = text.slice(at, end);
    const source = written.trim();
    if (source !== '') yield { line, start: at + written.indexOf(source), source };
    at = end + 1;
    line += 1;
  }
}

function readLine(source: string): ReadLine {
  const cells = new Map<string, Cell>();
  const { tree, value, issues } = readJsonText(source);
  const note = (code: string, message: string, range: TextRange): ReadLine => ({
    cells,
    notes: [{ code, severity: 'error', message, range }],
  });
  if (!tree || value === undefined) {
    const [issue] = issues;
    const message = issue ? issueMessage(issue) : 'Invalid JSON.';
    return note(
      issue?.code ?? 'not-json',
      message,
      issue?.code === 'not-json' ? brokenAt(source, issue) : first,
    );
  }
  if (tree.type !== 'object') return note('not-an-object', 'Each customer must be a JSON object.', first);
  for (const { children: [name, content] = [] } of tree.children ?? []) {
    const key = String(name?.value);
    if (!name || !content) continue;
    if (cells.has(key))
      return note('duplicate-key', `The key "${key}" is there twice. Keep one of them.`, name);
    cells.set(key, toCell(source, content));
  }
  return { cells, notes: [] };
}

const first: TextRange = { offset: 0, length: 1 };

/** Where the parser stopped, with a character to underline. */
function brokenAt({ length }: string, range: TextRange): TextRange {
  return { offset: Math.min(range.offset, Math.max(0, length - 1)), length: Math.max(1, range.length) };
}

/** The exact value: of a list or an object, the part of it that the path names. */
function placeIn(source: string, key: string | undefined, path: string | undefined): TextRange {
  if (key === undefined) return first;
  const [, ...inside] = path === undefined ? [] : pointerSegments(path);
  return rangeIn(source, [key, ...inside], 'value');
}

function rangeIn(source: string, segments: readonly (string | number)[], part: 'key' | 'value'): TextRange {
  return readJsonText(source).rangeOf(toPointer(segments), part);
}

function shifted({ offset, length }: TextRange, by: number): TextRange {
  return { offset: offset + by, length };
}
