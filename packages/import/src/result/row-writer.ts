import { countCells, endOfCells, writeCell } from '../table/dialect.ts';
import { concatBytes, sourceBytes, textEncoder } from '../table/encoding.ts';
import { countUserColumns, ownColumns } from '../table/header.ts';
import type { SourceRow, Table, TableFormat } from '../table/table.ts';
import type { Bucket } from './buckets.ts';

/** The files of results, and the rows that each takes: refused and invalid rows go into one, to be fixed together. */
export const resultFiles = {
  created: ['created'],
  failed: ['failed', 'invalid'],
  unknown: ['unknown'],
  skipped: ['skipped'],
  pending: ['pending'],
} as const satisfies Record<string, readonly Bucket[]>;
export type ResultFile = keyof typeof resultFiles;

export interface RowWriter {
  /** What a file begins with: byte order mark, `sep=` line and header. */
  start(file: ResultFile): Uint8Array;
  /** A row of the input, byte for byte, with our cells at its end. */
  row(row: Pick<SourceRow, 'source'>, own: readonly string[]): Uint8Array;
}

function columnsOf(file: ResultFile): readonly string[] {
  switch (file) {
    case 'created':
      return ownColumns.found;
    case 'skipped':
      return ownColumns.skipped;
    case 'failed':
    case 'unknown':
      return ownColumns.failed;
    case 'pending':
      return [];
    default: {
      const unreachable: never = file;
      return unreachable;
    }
  }
}

/** Writes rows as the input was written: in its dialect and encoding, or as JSON Lines. */
export function createRowWriter({ header, format }: Pick<Table, 'header' | 'format'>): RowWriter {
  return format.kind === 'csv' ? csvWriter(header, format) : jsonWriter;
}

function csvWriter(
  header: readonly string[],
  { dialect, encoding, headerSource }: Extract<TableFormat, { kind: 'csv' }>,
): RowWriter {
  const [encode, toFile] = [textEncoder(encoding), sourceBytes(encoding)];
  const userColumns = countUserColumns(header);
  const line = (source: Uint8Array, own: readonly string[]) => {
    const text = new TextDecoder('latin1').decode(source);
    // Rows may be shorter than the header; what stands behind the user's columns is ours, of an earlier run, or empty.
    const missing = Math.max(0, userColumns - countCells(text, dialect));
    const cells = own.map((cell) => dialect.delimiter + writeCell(cell, dialect)).join('');
    const kept = source.subarray(0, endOfCells(text, userColumns, dialect));
    const padding = own.length === 0 ? '' : dialect.delimiter.repeat(missing);
    return concatBytes([toFile(kept), encode(padding + cells + dialect.lineBreak)]);
  };
  return {
    start(file) {
      const bom = encoding.hasBom ? bomOf(encoding.label) : new Uint8Array(0);
      const sepLine = dialect.hasSepLine ? `sep=${dialect.delimiter}${dialect.lineBreak}` : '';
      return concatBytes([bom, encode(sepLine), line(headerSource, columnsOf(file))]);
    },
    row: ({ source }, own) => line(source, own),
  };
}

function bomOf(label: string): Uint8Array {
  if (label === 'utf-16le') return Uint8Array.of(0xff, 0xfe);
  return label === 'utf-16be' ? Uint8Array.of(0xfe, 0xff) : Uint8Array.of(0xef, 0xbb, 0xbf);
}

const jsonWriter: RowWriter = {
  start: () => new Uint8Array(0),
  row({ source }, own) {
    const names = Object.values(ownColumns).find(({ length }) => length === own.length) ?? [];
    const entries = names.map(
      (name, index) => `${JSON.stringify(name)}: ${JSON.stringify(own[index] ?? '')}`,
    );
    // A line break outside of a string is a blank.
    const text = new TextDecoder().decode(source).replaceAll(/\s*[\r\n]\s*/g, ' ');
    const body = withoutOwnKeys(text.slice(0, text.lastIndexOf('}')).trimEnd());
    const comma = entries.length === 0 || body.endsWith('{') || body.endsWith(',') ? '' : ', ';
    return new TextEncoder().encode(`${body}${comma}${entries.join(', ')}}\n`);
  },
};

/** Those that a result file of an earlier run has at the end of each object. */
function withoutOwnKeys(body: string): string {
  for (const names of Object.values(ownColumns)) {
    const entries = names.map((name) => `"${name}": "(?:[^"\\\\]|\\\\.)*"`).join(', ');
    const cut = body.replace(new RegExp(`(?:, )?${entries}$`), '');
    if (cut !== body) return cut;
  }
  return body;
}
