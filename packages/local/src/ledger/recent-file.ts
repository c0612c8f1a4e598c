import { join } from 'node:path';
import type { Files } from './durable-files.ts';
import { endOfLine, LineFile, readLines } from './line-file.ts';
import { formatEntry, isSettled, parseEntry, type StoredEntry, type StoredHeader } from './stored-entry.ts';

type Header = Omit<StoredHeader, 'file'>;

/** What is on disk, as far as it was read. */
interface Read {
  readonly header: StoredHeader;
  readonly entries: Map<string, StoredEntry>;
  /** Lines that are damaged or of a later version: they may be about anything. */
  readonly unreadable: string[];
  end: number;
  /** Lines that another one with the same ID follows. */
  superseded: number;
}

/** What is being sent, what is unresolved, and what was settled a moment ago. Small, and so held in memory. */
export class RecentFile {
  readonly path: string;
  readonly #lines: LineFile;
  readonly #damaged: LineFile;
  #read: Read | undefined;

  constructor(files: Files, folder: string) {
    this.path = join(folder, 'recent.jsonl');
    this.#lines = new LineFile(files, this.path);
    this.#damaged = new LineFile(files, join(folder, 'unreadable.jsonl'));
  }

  get header(): StoredHeader | undefined {
    return this.#read?.header;
  }

  get entries(): ReadonlyMap<string, StoredEntry> {
    return this.#read?.entries ?? new Map();
  }

  get unreadable(): readonly string[] {
    return this.#read?.unreadable ?? [];
  }

  /** Bytes that say nothing anymore, or belong into the other file. */
  get hasLeftovers(): boolean {
    return (this.#read?.superseded ?? 0) > 0 || [...this.entries.values()].some(isSettled);
  }

  get size(): number {
    return this.#read?.end ?? 0;
  }

  /** Reads what was written since, by any process. */
  async refresh(): Promise<void> {
    const read = await this.#lines.use(async (open) => {
      const { header, start, size } = open;
      const before =
        this.#read?.header.file === header.file && this.#read.end <= size ? this.#read : undefined;
      const next = before ?? { header, entries: new Map(), unreadable: [], end: start, superseded: 0 };
      for await (const lines of readLines(open, next.end)) {
        for (const line of lines) {
          readInto(next, line.text);
          next.end = endOfLine(line);
        }
      }
      return next;
    });
    this.#read = read;
  }

  /** Ends a last line that a crash has cut off. Only under the lock. */
  repair(): Promise<void> {
    return this.#lines.repair();
  }

  /** Writes an entry, and waits until it is on disk. Only under the lock, after `refresh`. */
  async append(entry: StoredEntry): Promise<void> {
    await this.#lines.append([formatEntry(entry)]);
    await this.refresh();
  }

  /** Leaves these entries and nothing else. Only under the lock, after `refresh`. */
  async replace(header: Header, entries: Iterable<StoredEntry>): Promise<void> {
    await this.#lines.replace(header, [[...entries].map(formatEntry)]);
    await this.refresh();
  }

  /** Moves unreadable lines to a file of their own, where they stop nothing. Only under the lock, after `refresh`. */
  async setDamagedAside(header: Header): Promise<void> {
    if (this.unreadable.length === 0) return;
    if ((await this.#damaged.use(async () => true)) === undefined) await this.#damaged.replace(header, []);
    await this.#damaged.repair();
    await this.#damaged.append(this.unreadable);
    await this.replace(header, this.entries.values());
  }
}

function readInto(read: Read, text: string): void {
  const entry = parseEntry(text);
  if (!entry) {
    read.unreadable.push(text);
    return;
  }
  if (read.entries.has(entry.id)) read.superseded += 1;
  read.entries.set(entry.id, entry);
}
