import { closeSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { HashIndex } from '../check/hash-index.ts';
import { type RowKey, rowKeyText, shortHash } from '../check/row-key.ts';
import type { RowResult, RunStore, StoredResult } from '../run/run-store.ts';

interface StoredLine extends StoredResult {
  readonly key: string;
}

const newline = 10;

/**
 * The results of rows in one append-only file an account, one JSON line each; the last line about a row counts. Memory
 * holds where it is and no more. A `sending` line is on the disk before its row is sent; what is lost of later lines in a
 * power cut is found out again by the ledger.
 */
export class FileRunStore implements RunStore {
  readonly #file: number;
  readonly #run: string;
  readonly #offsets = new HashIndex();
  #end = 0;

  /** @throws what the file system throws. */
  constructor(path: string, run: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#file = openSync(path, 'a+', 0o600);
    this.#run = run;
    this.#load();
  }

  async get(key: RowKey): Promise<StoredResult | undefined> {
    const offset = this.#offsets.get(indexOf(key));
    // Offsets are kept from 1, since 0 means "no entry".
    const line = offset === undefined ? undefined : this.#lineAt(offset - 1);
    return line?.key === rowKeyText(key) ? { result: line.result, run: line.run } : undefined;
  }

  async put(key: RowKey, result: RowResult): Promise<void> {
    const line: StoredLine = { key: rowKeyText(key), run: this.#run, result };
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    this.#append(bytes);
    this.#offsets.set(indexOf(key), this.#end + 1);
    this.#end += bytes.length;
    if (result.state === 'sending') fdatasyncSync(this.#file);
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }

  #load(): void {
    const chunk = Buffer.alloc(1_048_576);
    let rest = Buffer.alloc(0);
    for (let at = 0; ; ) {
      const length = readSync(this.#file, chunk, 0, chunk.length, at);
      if (length === 0) break;
      at += length;
      rest = Buffer.concat([rest, chunk.subarray(0, length)]);
      for (let end = rest.indexOf(newline); end !== -1; end = rest.indexOf(newline)) {
        const line = parse(rest.subarray(0, end).toString());
        if (line) this.#offsets.set(indexOfText(line.key), this.#end + 1);
        this.#end += end + 1;
        rest = rest.subarray(end + 1);
      }
    }
    // The last line of a process that was killed while it wrote.
    if (rest.length > 0) ftruncateSync(this.#file, this.#end);
  }

  /** What a full disk cut off is taken away again, so that the next line begins where a line begins. */
  #append(bytes: Buffer): void {
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    } catch (error) {
      ftruncateSync(this.#file, this.#end);
      throw error;
    }
  }

  #lineAt(offset: number): StoredLine | undefined {
    for (let size = 2048; ; size *= 4) {
      const bytes = Buffer.alloc(size);
      const read = readSync(this.#file, bytes, 0, size, offset);
      const end = bytes.subarray(0, read).indexOf(newline);
      if (end !== -1) return parse(bytes.subarray(0, end).toString());
      if (read < size) return undefined;
    }
  }
}

function parse(line: string): StoredLine | undefined {
  try {
    return JSON.parse(line) as StoredLine;
  } catch {
    return undefined;
  }
}

function indexOf(key: RowKey): number {
  return indexOfText(rowKeyText(key));
}

/** Equal rows differ in their occurrence, which is small. */
function indexOfText(text: string): number {
  const [hash = '', occurrence = '0'] = text.split('-');
  return shortHash(hash) + Number(occurrence);
}
