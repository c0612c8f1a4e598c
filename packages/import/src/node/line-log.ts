import { closeSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const newline = 10;

/** One line, and where it begins in bytes. */
export interface LoggedLine {
  readonly text: string;
  readonly offset: number;
}

/** An append-only file of lines. Memory holds none of them. */
export class LineLog {
  readonly #file: number;
  #end = 0;

  /**
   * Opens the file, or makes it, and calls `onLine` with each line. What a process that was killed wrote of its last line
   * is taken away.
   *
   * @throws what the file system throws.
   */
  constructor(path: string, onLine: (line: LoggedLine) => void) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#file = openSync(path, 'a+', 0o600);
    for (const line of this.#read(Number.POSITIVE_INFINITY)) {
      onLine(line);
      this.#end = line.offset + Buffer.byteLength(line.text) + 1;
    }
    ftruncateSync(this.#file, this.#end);
  }

  /** The lines that are there now. */
  lines(): Generator<LoggedLine> {
    return this.#read(this.#end);
  }

  /**
   * Adds a line, and returns where it begins. What a full disk cut off is taken away again, so that the next line begins
   * where a line begins.
   */
  append(text: string, { isDurable }: { readonly isDurable: boolean }): number {
    const bytes = Buffer.from(`${text}\n`);
    const offset = this.#end;
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
      if (isDurable) fdatasyncSync(this.#file);
    } catch (error) {
      ftruncateSync(this.#file, offset);
      throw error;
    }
    this.#end += bytes.length;
    return offset;
  }

  lineAt(offset: number): string | undefined {
    for (let size = 2048; ; size *= 4) {
      const bytes = Buffer.alloc(size);
      const read = readSync(this.#file, bytes, 0, size, offset);
      const end = bytes.subarray(0, read).indexOf(newline);
      if (end !== -1) return bytes.subarray(0, end).toString();
      if (read < size) return undefined;
    }
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }

  *#read(end: number): Generator<LoggedLine> {
    const chunk = Buffer.alloc(1_048_576);
    let rest = Buffer.alloc(0);
    let offset = 0;
    for (let at = 0; at < end; ) {
      const length = readSync(this.#file, chunk, 0, Math.min(chunk.length, end - at), at);
      if (length === 0) return;
      at += length;
      rest = Buffer.concat([rest, chunk.subarray(0, length)]);
      let start = 0;
      for (let to = rest.indexOf(newline); to !== -1; to = rest.indexOf(newline, start)) {
        yield { text: rest.toString('utf8', start, to), offset };
        offset += to + 1 - start;
        start = to + 1;
      }
      rest = rest.subarray(start);
    }
  }
}

/** The value of a line; `undefined` for one that is damaged. */
export function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
