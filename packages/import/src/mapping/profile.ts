import { isPlaceholderText } from '@helpcrunch-customer-kit/core';
import type { Cell, Row } from '../table/table.ts';
import { type DateFormat, dateFormats, formatsOf, isZeroDate } from './dates.ts';
import type { CustomDataType } from './target.ts';

/** What the cells of one column are like, all of them. */
export interface ColumnProfile {
  readonly header: string;
  /** Cells with something in them. */
  readonly filled: number;
  /** The first few different texts. */
  readonly examples: readonly string[];
  /** Formats in which every cell that is a date in some format is one; empty without such a format. */
  readonly dateFormats: readonly DateFormat[];
  /** Cells that say "no date" with zeros. */
  readonly zeroDates: number;
  /** What all cells are, as custom data. */
  readonly type: CustomDataType;
}

const maxExamples = 3;
/** A column that begins with so many cells, none of them a date, has no dates. */
const maxOtherCells = 20;

/**
 * Reads all rows once, and says what each column holds. Memory does not grow with the rows.
 *
 * @throws the reason of the signal when it is aborted.
 */
export async function profileColumns(
  header: readonly string[],
  batches: AsyncIterable<readonly Row[]>,
  signal?: AbortSignal,
): Promise<{ readonly columns: readonly ColumnProfile[]; readonly rows: number }> {
  const profiler = createProfiler(header);
  let count = 0;
  for await (const rows of batches) {
    signal?.throwIfAborted();
    count += rows.length;
    profiler.read(rows);
  }
  return { columns: profiler.profiles(), rows: count };
}

/** Profiles the columns of rows that come in batches. */
export function createProfiler(header: readonly string[]): {
  read(rows: readonly Pick<Row, 'cells'>[]): void;
  profiles(): readonly ColumnProfile[];
} {
  const columns = header.map((name) => new ColumnReader(name));
  return {
    read(rows) {
      for (const [index, column] of columns.entries())
        for (const { cells } of rows) column.read(cells[index]);
    },
    profiles: () => columns.map((column) => column.profile()),
  };
}

class ColumnReader {
  readonly #header: string;
  #filled = 0;
  #zeros = 0;
  #dates = 0;
  #isoDates = 0;
  #formats: readonly DateFormat[] = dateFormats;
  #types = new Set<CustomDataType>(['number', 'boolean']);
  readonly #examples = new Set<string>();

  constructor(header: string) {
    this.#header = header;
  }

  read(cell: Cell): void {
    const text = cellText(cell).trim();
    if (text === '') return;
    this.#filled += 1;
    if (this.#examples.size < maxExamples) this.#examples.add(text);
    if (this.#types.size > 0) {
      if (!isPlainNumber(text)) this.#types.delete('number');
      if (!/^(?:true|false)$/i.test(text)) this.#types.delete('boolean');
    }
    if (this.#formats.length === 0) return;
    if (isZeroDate(text)) this.#zeros += 1;
    // `null` says nothing about how dates are written.
    else if (!isPlaceholderText(text)) this.#readDate(text);
  }

  #readDate(text: string): void {
    const fits = formatsOf(text);
    const isIso = fits[0] === 'iso';
    if (fits.length > 0) this.#dates += 1;
    else if (this.#dates === 0 && this.#filled - this.#zeros >= maxOtherCells) this.#formats = [];
    if (isIso) this.#isoDates += 1;
    // A year in front has one reading, however the other cells are written.
    if (fits.length > 0)
      this.#formats = this.#formats.filter(
        (format) => fits.includes(format) || (isIso && (format === 'dmy' || format === 'mdy')),
      );
  }

  profile(): ColumnProfile {
    const isIso = this.#dates === this.#isoDates;
    const formats = isIso ? this.#formats.filter((format) => format === 'iso') : this.#formats;
    const [type = 'text'] = this.#types;
    return {
      header: this.#header,
      filled: this.#filled,
      examples: [...this.#examples],
      dateFormats: this.#dates === 0 ? [] : formats,
      zeroDates: this.#zeros,
      type: this.#filled === 0 ? 'text' : type,
    };
  }
}

/** A number that prints as it was written; `007` and `1e3` are texts. */
export function isPlainNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text) && String(Number(text)) === text;
}

/** The text of a cell. */
export function cellText(cell: Cell): string {
  return typeof cell === 'object' ? cell.json : (cell ?? '');
}
