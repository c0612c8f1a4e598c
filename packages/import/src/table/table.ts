import type { Dialect } from './dialect.ts';
import type { Encoding } from './encoding.ts';

/** The content of one cell: text as written, or a JSON value as its source text. */
export type Cell = string | JsonCell | undefined;

/** A number, a boolean, a list or an object of a JSON file; its source text keeps every digit. */
export interface JsonCell {
  readonly json: string;
}

/** One customer of a file. */
export interface Row {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** In the order of the table's header; `undefined` where a JSON object does not have the key. */
  readonly cells: readonly Cell[];
}

/** A row with its bytes, for files that are written like the one it comes from. */
export interface SourceRow extends Row {
  /** The row as it is in the file, line break aside; UTF-16 as UTF-8. */
  readonly source: Uint8Array;
}

/** How the file is written, so that result files can be written likewise. */
export type TableFormat =
  | {
      readonly kind: 'csv';
      readonly dialect: Dialect;
      readonly encoding: Encoding;
      /** The header as it is in the file. */
      readonly headerSource: Uint8Array;
    }
  | { readonly kind: 'json' };

/** The bytes of a file, from its start each time it is opened. */
export type Open = () => AsyncIterable<Uint8Array>;

/** A file whose header was read. */
export interface Table {
  readonly header: readonly string[];
  readonly format: TableFormat;
  /**
   * All rows from the first one on, as many at a time as are read at a time; each call reads the file again.
   *
   * @throws TableError where the file cannot be read on.
   */
  batches(): AsyncIterable<readonly Row[]>;
  /** The same rows with their bytes, which take more time and memory. */
  sourceBatches(): AsyncIterable<readonly SourceRow[]>;
}

export type FormatName = 'csv' | 'tsv' | 'jsonl' | 'json';

export interface TableOptions {
  /** A label of the Encoding Standard; without it, it is read off the bytes. */
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly format?: FormatName | undefined;
  /** More rows than this are refused. */
  readonly maxRows?: number | undefined;
}

export const maxTableRows = 1_000_000;
