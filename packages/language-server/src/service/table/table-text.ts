import type { Severity, TextRange } from '@helpcrunch-customer-kit/core';
import type { Cell } from '@helpcrunch-customer-kit/import/cells';

/** Something to say about a place in a table. */
export interface TableNote {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** In the whole text. */
  readonly range: TextRange;
  /** The code is a rule of docs/rules.md. */
  readonly isRule?: boolean;
}

/** One customer of a table. */
export interface TableRow {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** Where it begins in the text. */
  readonly start: number;
  /** Its text; rows with the same text have the same issues. */
  readonly source: string;
  /** In the order of the header. */
  readonly cells: readonly Cell[];
  /** Where a column, or what a path of the customer names inside it, is in `source`; without a column, the row's first line. */
  placeOf(column: number | undefined, path: string | undefined): TextRange;
}

/** A table as an editor holds it. */
export interface TableText {
  readonly kind: 'csv' | 'json';
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** What an import would stop at. */
  readonly notes: readonly TableNote[];
  /** Where a header is; in JSON Lines, where its key is there first. */
  headerRange(column: number): TextRange;
}

/** What was read of rows by their text, so that an edit costs only the rows that it touched. */
export class RowMemory<Read> {
  #earlier: ReadonlyMap<string, Read> = new Map();
  #current = new Map<string, Read>();

  /** Forgets what the last reading did not use. */
  startReading(): void {
    this.#earlier = this.#current;
    this.#current = new Map();
  }

  get(source: string, read: (source: string) => Read): Read {
    const known = this.#current.get(source);
    if (known !== undefined) return known;
    const found = this.#earlier.get(source) ?? read(detached(source));
    this.#current.set(source, found);
    return found;
  }
}

/** The first line of a text, at least one character of it. */
export function firstLineOf(text: string): TextRange {
  const end = text.search(/[\r\n]/);
  return { offset: 0, length: end === -1 ? text.length : end };
}

/** A copy: a part of a string keeps all of it in memory, which here is an old version of the file. */
function detached(text: string): string {
  return String(JSON.parse(JSON.stringify(text)));
}
