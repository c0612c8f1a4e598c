import { HashIndex } from '../check/hash-index.ts';
import { type RowKey, readRowKey, rowKeyText, shortHash } from '../check/row-key.ts';
import type { RowResult, RunStore, StoredResult } from '../run/run-store.ts';
import { LineLog, parseLine } from './line-log.ts';

/** The result of one row, as the file has it. */
export interface StoredLine extends StoredResult {
  /** `rowKeyText` of the row's key. */
  readonly key: string;
}

/**
 * The results of rows in one append-only file an account, one JSON line each; the last line about a row counts. Memory
 * holds where it is and no more. A `sending` line is on the disk before its row is sent; what is lost of later lines in a
 * power cut is found out again by the ledger.
 */
export class FileRunStore implements RunStore {
  readonly #log: LineLog;
  readonly #offsets = new HashIndex();
  /** The run that writes. */
  run: string;

  /** @throws what the file system throws. */
  constructor(path: string, run: string) {
    this.run = run;
    this.#log = new LineLog(path, ({ text, offset }) => {
      const line = read(text);
      // Offsets are kept from 1, since 0 means "no entry".
      if (line) this.#offsets.set(indexOfText(line.key), offset + 1);
    });
  }

  async get(key: RowKey): Promise<StoredResult | undefined> {
    const offset = this.#offsets.get(indexOf(key));
    const line = offset === undefined ? undefined : read(this.#log.lineAt(offset - 1) ?? '');
    return line?.key === rowKeyText(key) ? { result: line.result, run: line.run } : undefined;
  }

  async put(key: RowKey, result: RowResult): Promise<void> {
    const line: StoredLine = { key: rowKeyText(key), run: this.run, result };
    const offset = this.#log.append(JSON.stringify(line), { isDurable: result.state === 'sending' });
    this.#offsets.set(indexOf(key), offset + 1);
  }

  /** The last result of every row that was ever sent to the account. */
  *results(): Generator<StoredLine> {
    for (const { text, offset } of this.#log.lines()) {
      const line = read(text);
      if (line && this.#offsets.get(indexOfText(line.key)) === offset + 1) yield line;
    }
  }

  [Symbol.dispose](): void {
    this.#log[Symbol.dispose]();
  }
}

function read(text: string): StoredLine | undefined {
  return parseLine(text) as StoredLine | undefined;
}

function indexOf(key: RowKey): number {
  return indexOfText(rowKeyText(key));
}

/** Equal rows differ in their occurrence, which is small. */
function indexOfText(text: string): number {
  const { hash, occurrence } = readRowKey(text);
  return shortHash(hash) + occurrence;
}
