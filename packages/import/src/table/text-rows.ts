import { type Dialect, detectDialect } from './dialect.ts';

/** One row of a delimited table in memory, with the places of its cells in the text. */
export interface TextRow {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** Where it begins and ends in the text, line break aside. */
  readonly start: number;
  readonly end: number;
  /** Where each cell begins and ends in the text, quotes included: two numbers a cell. */
  readonly bounds: readonly number[];
}

const [lf, cr, quote] = [10, 13, 34];
/** In characters: what the dialect is read from, as of a file. */
const sampleLength = 64_000;

/**
 * Finds the rows of a text that an editor holds, the header first: the same as `readTable` finds in its bytes, but at
 * once, and with places. `openQuote` is the row whose quote is never closed, or only by the next
 * one in the file.
 */
export function readTextRows(
  text: string,
  delimiter?: string,
): {
  readonly rows: readonly TextRow[];
  readonly openQuote: TextRow | undefined;
  readonly delimiter: string;
} {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const dialect = detectDialect(text.slice(start, start + sampleLength), delimiter);
  const scanner = new RowScanner(text, start, dialect);
  if (dialect.hasSepLine) scanner.skipLine();
  const rows: TextRow[] = [];
  for (let row = scanner.next(); row; row = scanner.next()) {
    if (scanner.isOpen) return { rows, openQuote: row, delimiter: dialect.delimiter };
    rows.push(row);
  }
  return { rows, openQuote: undefined, delimiter: dialect.delimiter };
}

/** What a cell says, given how it is written. A quote that closes too early is text, as in csv-parse. */
export function unquoted(written: string): string {
  if (!written.startsWith('"')) return written;
  const [, quoted = '', rest = ''] = /^"([^"]*(?:""[^"]*)*)"(.*)$/s.exec(written) ?? [];
  const inside = quoted.replaceAll('""', '"');
  return rest === '' ? inside : `"${inside}"${rest}`;
}

class RowScanner {
  /** The last row ended inside quotes. */
  isOpen = false;
  readonly #text: string;
  readonly #delimiter: number;
  readonly #breaksAtCr: boolean;
  #at: number;
  #line = 1;

  constructor(text: string, start: number, { delimiter, lineBreak }: Dialect) {
    this.#text = text;
    this.#at = start;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#breaksAtCr = lineBreak === '\r';
  }

  skipLine(): void {
    while (this.#at < this.#text.length && this.#lineBreakAt(this.#at, true) === 0) this.#at += 1;
    this.#at += this.#lineBreakAt(this.#at, true);
    this.#line += 1;
  }

  next(): TextRow | undefined {
    this.#skipBlankLines();
    const text = this.#text;
    if (this.#at >= text.length) return undefined;
    const [start, line] = [this.#at, this.#line];
    const bounds = [start];
    let at = this.#afterQuoted(start);
    for (; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter) {
        bounds.push(at, at + 1);
        at = this.#afterQuoted(at + 1);
      } else if ((code === lf || code === cr) && this.#lineBreakAt(at) > 0) break;
      else {
        // It ends a line, but no row.
        if (code === cr) this.#line += 1;
        at += 1;
      }
    }
    bounds.push(at);
    this.#at = at;
    return { line, start, end: at, bounds };
  }

  #skipBlankLines(): void {
    for (let length = this.#lineBreakAt(this.#at); length > 0; length = this.#lineBreakAt(this.#at)) {
      this.#at += length;
      this.#line += 1;
    }
  }

  /** The length of the line break at an offset, 0 for none. Between rows, a lone CR is one only where it ends the first. */
  #lineBreakAt(at: number, isAnyCr = this.#breaksAtCr): number {
    const code = this.#text.charCodeAt(at);
    if (code === lf) return 1;
    if (code !== cr) return 0;
    if (this.#text.charCodeAt(at + 1) === lf) return 2;
    return isAnyCr ? 1 : 0;
  }

  /** The closing quote of a cell that begins with one, else where the cell begins. */
  #afterQuoted(start: number): number {
    const text = this.#text;
    if (text.charCodeAt(start) !== quote) return start;
    const line = this.#line;
    for (let at = start + 1; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        const next = text.charCodeAt(at + 1);
        if (next !== quote) {
          // Text behind a quote is part of the cell; after a line break, the quote more likely opens another cell.
          const isEnd = at + 1 === text.length || [this.#delimiter, lf, cr].includes(next);
          if (isEnd || this.#line === line) return at + 1;
          break;
        }
        at += 1;
      } else if (code === lf || (code === cr && text.charCodeAt(at + 1) !== lf)) this.#line += 1;
    }
    this.isOpen = true;
    return text.length;
  }
}
