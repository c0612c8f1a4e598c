import { CsvError, parse } from 'csv-parse/stream';
import { type Dialect, detectDialect } from './dialect.ts';
import { cellDecoder, concatBytes, type Encoding, toSplittable } from './encoding.ts';
import { checkHeader, type Misfit, misfitOf } from './header.ts';
import { cr, lf, type RowExtent, rowExtent } from './row-extent.ts';
import { maxTableRows, type Open, type Row, type SourceRow, type Table, type TableOptions } from './table.ts';
import { TableError } from './table-issue.ts';
import { readTextRows } from './text-rows.ts';

const maxRowBytes = 1_000_000;
/** Bytes from which the dialect is read. */
const sampleBytes = 64_000;

/** Reads the header of a delimited table; its rows are read as a stream. */
export async function readCsvTable(
  open: Open,
  encoding: Encoding,
  { delimiter, maxRows = maxTableRows }: TableOptions,
): Promise<Table> {
  const start = await readStart(toSplittable(open(), encoding));
  const dialect = detectDialect(latin1(start), delimiter);
  const reader = { dialect, decode: cellDecoder(encoding) };
  const rowsFrom = <R extends Row>(from: number, toRow: ToRow<R>, to?: number) =>
    readRows(toSplittable(open(), encoding), { ...reader, toRow }, from, to);
  // Alone: what is wrong in the header is reported first, in however many pieces the file comes.
  const head = rowsFrom(0, withSource, 1);
  const { value: [first] = [] } = await head.next();
  await head.return(undefined);
  if (!first) throw new TableError({ code: 'empty' });
  const header = checkHeader(first.cells.map(String));
  const shape = { columns: header.length, delimiter: dialect.delimiter, maxRows };
  return {
    header,
    format: { kind: 'csv', dialect, encoding, headerSource: first.source },
    batches: keepSmall(() => checked(rowsFrom(1, withoutSource), shape)),
    sourceBatches: () => checked(rowsFrom(1, withSource), shape),
  };
}

/** The first bytes of a file, at least as many as are needed to tell what it is. */
export async function readStart(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length >= sampleBytes) break;
  }
  return concatBytes(parts);
}

/** Stops at the first rows that do not fit the header; a file that is broken in one place is often broken in many. */
async function* checked<R extends Row>(
  batches: AsyncIterable<readonly R[]>,
  {
    columns,
    delimiter,
    maxRows,
  }: { readonly columns: number; readonly delimiter: string; readonly maxRows: number },
): AsyncGenerator<readonly R[]> {
  let count = 0;
  let ragged: (Misfit & { line: number; more: number }) | undefined;
  for await (const rows of batches) {
    const room = maxRows - count;
    count += rows.length;
    const first = ragged ? 0 : rows.findIndex((row) => misfitOf(row.cells, columns, delimiter));
    const fitting = rows.slice(0, Math.min(first === -1 ? rows.length : first, room));
    if (fitting.length > 0) yield fitting;
    for (const row of first === -1 ? [] : rows.slice(first)) {
      const misfit = misfitOf(row.cells, columns, delimiter);
      if (misfit && ragged) ragged.more += 1;
      else if (misfit) ragged = { line: row.line, ...misfit, more: 0 };
    }
    if (count > maxRows) throw new TableError({ code: 'too-many-rows', maxRows });
  }
  if (ragged) throw new TableError({ code: 'ragged-row', ...ragged });
  if (count === 0) throw new TableError({ code: 'no-rows' });
}

/** Characters of the cells of a table that is kept. */
const maxKeptCharacters = 4_000_000;

/** Keeps the rows of a small table from the first complete reading on: a table is read twice before anything is sent. */
function keepSmall(read: () => AsyncIterable<readonly Row[]>): () => AsyncIterable<readonly Row[]> {
  let kept: readonly (readonly Row[])[] | undefined;
  return async function* () {
    if (kept) {
      yield* kept;
      return;
    }
    const batches: (readonly Row[])[] = [];
    let characters = 0;
    for await (const rows of read()) {
      if (characters <= maxKeptCharacters) batches.push(rows);
      for (const { cells } of rows) for (const cell of cells) characters += String(cell ?? '').length;
      if (characters > maxKeptCharacters) batches.length = 0;
      yield rows;
    }
    if (characters <= maxKeptCharacters) kept = batches;
  };
}

/** Makes a row that stands somewhere in bytes. */
type ToRow<R extends Row> = (line: number, cells: readonly string[], bytes: Uint8Array, at: RowExtent) => R;

const withoutSource: ToRow<Row> = (line, cells) => ({ line, cells });
const withSource: ToRow<SourceRow> = (line, cells, bytes, { start, end }) => ({
  line,
  cells,
  source: bytes.slice(start, end),
});

interface RowReader<R extends Row> {
  readonly dialect: Dialect;
  readonly decode: (cell: string, line: number) => string;
  readonly toRow: ToRow<R>;
}

/** The rows of a range, the header being row 0, those of one piece at a time; blank lines are passed over. */
async function* readRows<R extends Row>(
  bytes: AsyncIterable<Uint8Array>,
  { dialect, decode, toRow }: RowReader<R>,
  from: number,
  to = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly R[]> {
  let row = 0;
  let ready: R[] = [];
  let pending: Uint8Array = new Uint8Array(0);
  /** Where `pending` and the next row begin in the table, in bytes, and the line the last row ended on. */
  let [offset, next, lastLine] = [0, 0, 0];
  const skippedLines = dialect.hasSepLine ? 1 : 0;
  const { writable, readable } = parse({
    encoding: 'latin1',
    delimiter: dialect.delimiter,
    record_delimiter: dialect.lineBreak === '\r' ? ['\r\n', '\r', '\n'] : ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxRowBytes,
    on_record(cells: string[], context) {
      const extent = rowExtent(pending, next - offset, context.bytes - offset);
      const line = skippedLines + lastLine + 1 + extent.breaksBefore;
      if (extent.breaks > 0) checkQuotes(latin1(pending.subarray(extent.start, extent.end)), line, dialect);
      if (row >= from && row < to) {
        const texts = extent.isAscii ? cells : cells.map((cell) => decode(cell, line));
        ready.push(toRow(line, texts, pending, extent));
      }
      row += 1;
      next = context.bytes;
      lastLine = line - skippedLines + extent.breaks;
      return null;
    },
  });
  const writer = writable.getWriter();
  // Rows are taken in `on_record`; the readable side only carries errors, and ends.
  const drained = drain(readable);
  const step = async (work: Promise<void>) => {
    try {
      await Promise.race([work, drained]);
    } catch (error) {
      throw tableError(
        await drained.then(
          () => error,
          (first: unknown) => first,
        ),
        skippedLines + lastLine + 1,
      );
    }
  };
  drained.catch(() => {});
  for await (const chunk of dialect.hasSepLine ? withoutFirstLine(bytes) : bytes) {
    pending = concatBytes([pending.subarray(next - offset), chunk]);
    offset = next;
    await step(writer.write(chunk));
    const rows = ready;
    ready = [];
    if (rows.length > 0) yield rows;
  }
  await step(writer.close());
  if (ready.length > 0) yield ready;
}

/** Of a row on several lines: a quote that was left open takes the rows up to the next quote into its cell. */
function checkQuotes(row: string, line: number, { delimiter }: Dialect): void {
  if (readTextRows(row, delimiter).openQuote) throw new TableError({ code: 'quote-not-closed', line });
}

async function drain(readable: ReadableStream<unknown>): Promise<void> {
  const reader = readable.getReader();
  while (!(await reader.read()).done);
}

/** What csv-parse stopped at, as an issue of the file; `line` is where the row begins that it could not read. */
function tableError(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new TableError({ code: 'quote-not-closed', line });
    case 'CSV_MAX_RECORD_SIZE':
      return new TableError({ code: 'row-too-long', line });
    default:
      return error;
  }
}

/** Leaves out the line `sep=;`, in however many pieces it comes. */
async function* withoutFirstLine(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let at: 'line' | 'after-cr' | 'rows' = 'line';
  for await (const chunk of chunks) {
    let rest = chunk;
    if (at === 'line') {
      const end = chunk.findIndex((byte) => byte === lf || byte === cr);
      if (end === -1) continue;
      at = chunk[end] === cr ? 'after-cr' : 'rows';
      rest = chunk.subarray(end + 1);
    }
    if (at === 'after-cr' && rest.length > 0) {
      rest = rest[0] === lf ? rest.subarray(1) : rest;
      at = 'rows';
    }
    if (rest.length > 0) yield rest;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
