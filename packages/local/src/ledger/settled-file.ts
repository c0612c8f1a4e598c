import { join } from 'node:path';
import type { Files } from './durable-files.ts';
import { HashIndex, type Posting, SlotTable, slotHash } from './hash-index.ts';
import { endOfLine, LineFile, type OpenLines, readLine, readLines, readLinesBackwards } from './line-file.ts';
import { formatEntry, parseEntry, type StoredEntry, type StoredHeader } from './stored-entry.ts';

const day = 24 * 60 * 60_000;

/** How long settled entries are kept, in milliseconds. */
export const retention = { usual: 30 * day, keyed: 90 * day };

/** Removing reads the whole file, so it waits until there is some more to remove. */
const removalDelay = 3 * day;

/** Lines that are not in the index yet are read each time a process starts, up to this many bytes. */
const maxTail = 1 << 18;

export function expiryOf({ at, idempotencyKeyHash }: StoredEntry): number {
  return at + (idempotencyKeyHash === undefined ? retention.usual : retention.keyed);
}

/** Lines after the indexed ones, as they were last read. */
interface Tail {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly entries: readonly StoredEntry[];
}

/** Entries about which nothing more will be learned: one line each, without the body. */
export class SettledFile {
  readonly #files: Files;
  readonly #lines: LineFile;
  readonly #indexPath: string;
  #tail: Tail | undefined;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#lines = new LineFile(files, join(folder, 'settled.jsonl'));
    this.#indexPath = join(folder, 'settled.index');
  }

  /** Entries that have one of the keys (an ID or a hash), the oldest line first. */
  async find(keys: readonly string[]): Promise<readonly StoredEntry[]> {
    if (keys.length === 0) return [];
    const found = await this.#lines.use(async (open) => {
      const index = await HashIndex.open(this.#files, this.#indexPath, open.header.file);
      try {
        const hasKey = (entry: StoredEntry) => keysOf(entry).some((key) => keys.includes(key));
        const indexed = index ? await this.#lookUp(open, index, keys) : [];
        const tail = await this.#readTail(open, index?.facts.covered ?? open.start, hasKey);
        return [...indexed, ...tail].filter(hasKey);
      } finally {
        await index?.close();
      }
    });
    // A crash between the two files may have left an entry twice.
    return [...new Map(found?.map((entry) => [entry.id, entry])).values()];
  }

  /** Which salt it was begun with. */
  async saltId(): Promise<string> {
    return (await this.#lines.use(async ({ header }) => header.salt)) ?? '';
  }

  /** The newest entries, the newest first. */
  async newest(limit: number): Promise<readonly StoredEntry[]> {
    const entries = new Map<string, StoredEntry>();
    await this.#lines.use(async (open) => {
      for await (const lines of readLinesBackwards(open)) {
        for (const { text } of lines.toReversed()) {
          const entry = parseEntry(text);
          if (entry && !entries.has(entry.id)) entries.set(entry.id, entry);
          if (entries.size === limit) return;
        }
      }
    });
    return [...entries.values()];
  }

  /** Only under the lock. */
  async append(header: Omit<StoredHeader, 'file'>, entries: readonly StoredEntry[]): Promise<void> {
    if (entries.length === 0) return;
    if ((await this.#lines.use(async () => true)) === undefined) await this.#lines.replace(header, []);
    await this.#lines.repair();
    await this.#lines.append(entries.map(formatEntry));
  }

  /** Brings the index up to date when many lines are missing in it, and removes what has expired. Only under the lock. */
  async maintain(now: number): Promise<void> {
    const expiry = await this.#lines.use((open) => this.#fold(open));
    if (expiry !== undefined && now >= expiry + removalDelay) {
      await this.remove((entry) => now >= expiryOf(entry));
    }
  }

  /** Only under the lock. */
  async remove(isRemoved: (entry: StoredEntry) => boolean): Promise<void> {
    const isReplaced = await this.#lines.use(async (open) => {
      await this.#lines.replace(open.header, keepLines(open, isRemoved));
      return true;
    });
    if (isReplaced) await this.#lines.use((open) => this.#fold(open));
  }

  async #lookUp(open: OpenLines, index: HashIndex, keys: readonly string[]): Promise<StoredEntry[]> {
    const offsets = new Set<number>();
    for (const key of keys) for (const offset of await index.offsets(key)) offsets.add(offset);
    const entries: StoredEntry[] = [];
    for (const offset of [...offsets].toSorted((one, other) => one - other)) {
      const entry = parseEntry((await readLine(open, offset)) ?? '');
      if (entry) entries.push(entry);
    }
    return entries;
  }

  async #readTail(
    open: OpenLines,
    from: number,
    isWanted: (entry: StoredEntry) => boolean,
  ): Promise<readonly StoredEntry[]> {
    const { header, size } = open;
    const before = this.#tail?.file === header.file && this.#tail.from === from ? this.#tail : undefined;
    const entries = [...(before?.entries ?? [])];
    // Too much to keep: an index could not be written.
    const isKept = size - from <= 4 * maxTail;
    let to = before?.to ?? from;
    for await (const lines of readLines(open, to)) {
      for (const line of lines) {
        const entry = parseEntry(line.text);
        if (entry && (isKept || isWanted(entry))) entries.push(entry);
        to = endOfLine(line);
      }
    }
    this.#tail = isKept ? { file: header.file, from, to, entries } : undefined;
    return entries;
  }

  /** Returns when the first entry expires; undefined when there is none. */
  async #fold(open: OpenLines): Promise<number | undefined> {
    const { file } = open.header;
    const index = await HashIndex.open(this.#files, this.#indexPath, file, 'r+');
    try {
      const from = index?.facts.covered ?? open.start;
      const before = index?.facts.firstExpiry ?? Number.POSITIVE_INFINITY;
      if (open.size - from <= maxTail) {
        const tail = await this.#readTail(open, from, () => true);
        return Math.min(before, ...tail.map(expiryOf));
      }
      return index ? await addTail(open, index) : await this.#build(open);
    } finally {
      await index?.close();
    }
  }

  async #build(open: OpenLines): Promise<number> {
    const table = new SlotTable();
    const facts = await readPostings(open, open.start, Number.POSITIVE_INFINITY, ({ key, offset }) =>
      table.add({ hash: slotHash(key), offset }),
    );
    await HashIndex.build(this.#files, this.#indexPath, table, facts);
    return facts.firstExpiry;
  }
}

async function addTail(open: OpenLines, index: HashIndex): Promise<number> {
  const postings: Posting[] = [];
  const { covered, firstExpiry } = index.facts;
  const facts = await readPostings(open, covered, firstExpiry, (posting) => postings.push(posting));
  await index.add(postings, facts);
  return facts.firstExpiry;
}

async function readPostings(open: OpenLines, from: number, expiry: number, add: (posting: Posting) => void) {
  let covered = from;
  let firstExpiry = expiry;
  for await (const lines of readLines(open, from)) {
    for (const line of lines) {
      covered = endOfLine(line);
      const entry = parseEntry(line.text);
      if (!entry) continue;
      firstExpiry = Math.min(firstExpiry, expiryOf(entry));
      for (const key of keysOf(entry)) add({ key, offset: line.offset });
    }
  }
  return { file: open.header.file, covered, firstExpiry };
}

async function* keepLines(open: OpenLines, isRemoved: (entry: StoredEntry) => boolean) {
  for await (const lines of readLines(open, open.start)) {
    yield lines
      .filter(({ text }) => {
        const entry = parseEntry(text);
        return !entry || !isRemoved(entry);
      })
      .map(({ text }) => text);
  }
}

/** What an entry is found by. By email only unresolved ones are, and those are not in this file. */
function keysOf({ id, fingerprint, userIdHash, idempotencyKeyHash }: StoredEntry): string[] {
  return [id, fingerprint, userIdHash, idempotencyKeyHash].filter((key) => key !== undefined);
}
