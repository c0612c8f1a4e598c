import { HashIndex } from '../check/hash-index.ts';
import { otherName, type RowKey, readRowKey, rowKeyText, shortHash } from '../check/row-key.ts';
import type { RowResult, RunStore, StoredResult } from '../run/run-store.ts';
import { LineLog, parseLine } from './line-log.ts';

/** The result of one row, as the file has it. */
export interface StoredLine extends StoredResult {
  /** `rowKeyText` of the row's key. */
  readonly key: string;
  /** As in `RowKey`; rows of earlier versions do not have it. */
  readonly customer?: string;
}

/**
 * The results of rows in one append-only file an account, one JSON line each; the last line about a row counts. Memory
 * holds where it is and no more. A `sending` line is on the disk before its row is sent; what is lost of later lines in a
 * power cut is found out again by the ledger.
 */
export class FileRunStore implements RunStore {
  readonly #log: LineLog;
  readonly #offsets = new HashIndex();
  /** Of lines with the name of a customer, by that. */
  readonly #customers = { csv: new HashIndex(), json: new HashIndex() };
  /** The run that writes. */
  run: string;

  /** @throws what the file system throws. */
  constructor(path: string, run: string) {
    this.run = run;
    this.#log = new LineLog(path, ({ text, offset }) => {
      const line = read(text);
      if (line) this.#index(line, offset);
    });
  }

  async get(key: RowKey): Promise<StoredResult | undefined> {
    const line = this.#lineOf(this.keyOf(key));
    return line && { result: line.result, run: line.run };
  }

  keyOf(key: RowKey): RowKey {
    if (key.customer === undefined || this.#lineOf(key)) return key;
    const name = otherName(key.customer);
    const { index, hash } = this.#placeOf(name);
    const line = this.#lineAt(index.get(hash));
    return line?.customer === name ? { ...readRowKey(line.key), customer: name } : key;
  }

  async put(key: RowKey, result: RowResult): Promise<void> {
    const known = this.keyOf(key);
    const { customer } = known;
    const line: StoredLine = {
      key: rowKeyText(known),
      run: this.run,
      result,
      ...(customer === undefined ? {} : { customer }),
    };
    const offset = this.#log.append(JSON.stringify(line), { isDurable: result.state === 'sending' });
    this.#index(line, offset);
  }

  #lineOf(key: RowKey): StoredLine | undefined {
    const text = rowKeyText(key);
    const line = this.#lineAt(this.#offsets.get(indexOfText(text)));
    return line?.key === text ? line : undefined;
  }

  /** Offsets are kept from 1, since 0 means "no entry". */
  #lineAt(offset: number | undefined): StoredLine | undefined {
    return offset === undefined ? undefined : read(this.#log.lineAt(offset - 1) ?? '');
  }

  #index({ key, customer }: StoredLine, offset: number): void {
    this.#offsets.set(indexOfText(key), offset + 1);
    if (customer === undefined) return;
    const { index, hash } = this.#placeOf(customer);
    index.set(hash, offset + 1);
  }

  #placeOf(customer: string): { readonly index: HashIndex; readonly hash: number } {
    const { csv, json } = this.#customers;
    const [kind, ...rest] = customer.split('-');
    return { index: kind === 'csv' ? csv : json, hash: indexOfText(rest.join('-')) };
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

/** Equal rows differ in their occurrence, which is small. */
function indexOfText(text: string): number {
  const { hash, occurrence } = readRowKey(text);
  return shortHash(hash) + occurrence;
}
