import { randomUUID } from 'node:crypto';
import {
  appendDurably,
  type Files,
  type Handle,
  LedgerError,
  openIfThere,
  readAt,
  replaceDurably,
  writeAll,
} from './durable-files.ts';
import { parseEntry, parseHeader, type StoredHeader } from './stored-entry.ts';

/** A line and the bytes that it takes, without its line feed. */
export interface Line {
  readonly text: string;
  readonly offset: number;
}

/** An open file of JSON lines. */
export interface OpenLines {
  readonly path: string;
  readonly handle: Handle;
  readonly header: StoredHeader;
  /** Where the lines begin, in bytes. */
  readonly start: number;
  readonly size: number;
}

const maxHeaderLength = 4096;
const chunkLength = 1 << 18;
/** Bytes; the longest customer takes less. A disk may leave far longer runs of zeros behind. */
const maxLineLength = 1 << 25;
const lineFeed = 0x0a;

/** A file of JSON lines after a header. Lines are appended; a replaced file gets another header. */
export class LineFile {
  readonly path: string;
  readonly #files: Files;

  constructor(files: Files, path: string) {
    this.#files = files;
    this.path = path;
  }

  /** Undefined when the file does not exist. The caller closes the handle. */
  async open(): Promise<OpenLines | undefined> {
    const handle = await openIfThere(this.#files, this.path);
    if (!handle) return undefined;
    try {
      const head = await readAt(handle, 0, maxHeaderLength);
      const end = head.indexOf(lineFeed);
      const header = parseHeader(head.toString('utf8', 0, Math.max(end, 0)));
      if (!header) throw new LedgerError(unreadableFile(this.path));
      return { path: this.path, handle, header, start: end + 1, size: (await handle.stat()).size };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Opens, uses and closes it; undefined when the file does not exist. */
  async use<Result>(act: (open: OpenLines) => Promise<Result>): Promise<Result | undefined> {
    const open = await this.open();
    if (!open) return undefined;
    try {
      return await act(open);
    } finally {
      await open.handle.close();
    }
  }

  /** Appends to a file that exists and is not cut off, and waits until that is on disk. Only under the lock. */
  async append(lines: readonly string[]): Promise<void> {
    await appendDurably(this.#files, this.path, joinLines(lines));
  }

  /** Only under the lock. */
  async replace(
    header: Omit<StoredHeader, 'file'>,
    batches: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  ): Promise<void> {
    await replaceDurably(this.#files, this.path, async (handle) => {
      await writeAll(handle, Buffer.from(joinLines([JSON.stringify({ ...header, file: randomUUID() })])));
      for await (const lines of batches) await writeAll(handle, Buffer.from(joinLines(lines)));
    });
  }

  /**
   * A crash may have cut the last line off: its writer never learned that it is on disk, so it is removed. One that is whole
   * but for its line feed is kept: an editor may have taken that. Only under the lock.
   */
  async repair(): Promise<void> {
    const handle = await openIfThere(this.#files, this.path, 'r+');
    if (!handle) return;
    try {
      const { size } = await handle.stat();
      if (size === 0 || (await readAt(handle, size - 1, 1))[0] === lineFeed) return;
      const { offset, text } = await readTail({ path: this.path, handle, size });
      if (parseEntry(text)) await writeAll(handle, Buffer.from('\n'), size);
      else await handle.truncate(offset);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  }
}

/** Whole lines from an offset on, in batches; what a writer has not finished is left out. */
export async function* readLines(
  { path, handle, size }: Pick<OpenLines, 'path' | 'handle' | 'size'>,
  start: number,
): AsyncGenerator<Line[]> {
  let rest: Buffer = Buffer.alloc(0);
  for (let position = start; position < size; ) {
    const chunk = await readAt(handle, position, Math.min(chunkLength, size - position));
    if (chunk.length === 0) return;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const offset = position - rest.length;
    position += chunk.length;
    const lines: Line[] = [];
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      lines.push({ text: bytes.toString('utf8', from, end), offset: offset + from });
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > maxLineLength) throw lineTooLong(path);
    if (lines.length > 0) yield lines;
  }
}

/** The same from the end on: the last batch first, the lines of a batch in their order. */
export async function* readLinesBackwards({ path, handle, start, size }: OpenLines): AsyncGenerator<Line[]> {
  let end = size;
  for (let length = chunkLength; end > start; ) {
    if (length > maxLineLength) throw lineTooLong(path);
    const from = Math.max(start, end - length);
    const bytes = await readAt(handle, from, end - from);
    // Behind the first line feed, unless the chunk begins where the lines do.
    const first = from === start ? 0 : bytes.indexOf(lineFeed) + 1;
    const last = bytes.lastIndexOf(lineFeed) + 1;
    if (from > start && (first === 0 || first >= bytes.length)) {
      length *= 2;
      continue;
    }
    const lines: Line[] = [];
    for (let at = first; at < last; ) {
      const stop = bytes.indexOf(lineFeed, at);
      lines.push({ text: bytes.toString('utf8', at, stop), offset: from + at });
      at = stop + 1;
    }
    if (lines.length > 0) yield lines;
    end = from + first;
  }
}

/** Where a line ends, its line feed included. */
export function endOfLine({ text, offset }: Line): number {
  return offset + Buffer.byteLength(text) + 1;
}

/** The line at an offset; undefined when it does not end. */
export async function readLine(
  { path, handle }: Pick<OpenLines, 'path' | 'handle'>,
  offset: number,
): Promise<string | undefined> {
  for (let length = 1024; ; length *= 8) {
    if (length > maxLineLength) throw lineTooLong(path);
    const bytes = await readAt(handle, offset, length);
    const end = bytes.indexOf(lineFeed);
    if (end >= 0) return bytes.toString('utf8', 0, end);
    if (bytes.length < length) return undefined;
  }
}

/** What stands after the last line feed. */
async function readTail({ path, handle, size }: Pick<OpenLines, 'path' | 'handle' | 'size'>): Promise<Line> {
  for (let length = chunkLength; ; length *= 8) {
    if (length > maxLineLength) throw lineTooLong(path);
    const from = Math.max(0, size - length);
    const bytes = await readAt(handle, from, size - from);
    const start = bytes.lastIndexOf(lineFeed) + 1;
    if (start > 0 || from === 0) return { text: bytes.toString('utf8', start), offset: from + start };
  }
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function lineTooLong(path: string): LedgerError {
  const maxMegabytes = maxLineLength / 2 ** 20;
  return new LedgerError(
    `Can't read the ledger: ${path} has a line of more than ${maxMegabytes} MB. Move it away, or restore it from a backup.`,
  );
}

function unreadableFile(path: string): string {
  return `Can't read the ledger: ${path} does not begin as one. Move it away, or restore it from a backup.`;
}
