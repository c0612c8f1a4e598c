import { createHash } from 'node:crypto';
import { type Files, type Handle, openIfThere, readAt, replaceDurably, writeAll } from './durable-files.ts';

/** A key of an entry, and where its line begins. */
export interface Posting {
  readonly key: string;
  readonly offset: number;
}

/** What an index says about the file of lines that it belongs to. */
interface IndexFacts {
  /** The `file` of its header; an index of a replaced file is worth nothing. */
  readonly file: string;
  /** Lines before this offset are in the index. */
  readonly covered: number;
  /** The first moment at which one of them may be removed, in milliseconds since 1970. */
  readonly firstExpiry: number;
}

const headLength = 64;
const magic = 'HCLEDGR1';
const slotsPerRead = 64;

/**
 * A hash table on disk, from keys to lines: a search reads one place of it, however many lines there are. It only saves
 * time. It is written after the lines, counts as far as its head says, and is made again when it is missing or damaged.
 */
export class HashIndex {
  readonly facts: IndexFacts;
  readonly #files: Files;
  readonly #path: string;
  readonly #handle: Handle;
  readonly #capacity: number;
  readonly #count: number;

  private constructor(files: Files, path: string, handle: Handle, head: Head) {
    this.#files = files;
    this.#path = path;
    this.#handle = handle;
    this.facts = head;
    this.#capacity = head.capacity;
    this.#count = head.count;
  }

  /** Undefined when the file has no usable index. */
  static async open(files: Files, path: string, file: string, flags?: 'r+'): Promise<HashIndex | undefined> {
    const handle = await openIfThere(files, path, flags);
    if (!handle) return undefined;
    const head = parseHead(await readAt(handle, 0, headLength));
    const { size } = await handle.stat();
    if (head?.file === fileMark(file) && size === headLength + head.capacity * slotLength) {
      return new HashIndex(files, path, handle, { ...head, file });
    }
    await handle.close();
    return undefined;
  }

  /** Writes a whole index. Only under the lock. */
  static async build(files: Files, path: string, table: SlotTable, facts: IndexFacts): Promise<void> {
    await replaceDurably(files, path, async (handle) => {
      await writeAll(handle, formatHead({ ...facts, capacity: table.capacity, count: table.count }));
      await writeAll(handle, table.bytes);
    });
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  /** Offsets of the lines that may have the key. */
  async offsets(key: string): Promise<number[]> {
    const hash = slotHash(key);
    const offsets: number[] = [];
    await this.#walk(hash, (slot) => {
      if (slot?.hash === hash) offsets.push(slot.offset);
      return slot === undefined;
    });
    return offsets;
  }

  /** Adds lines that were appended since. Only under the lock, to an index that was opened with `r+`. */
  async add(postings: readonly Posting[], facts: IndexFacts): Promise<void> {
    const slots = postings.map(({ key, offset }) => ({ hash: slotHash(key), offset }));
    const count = this.#count + slots.length;
    if (count > this.#capacity * maxLoad) {
      const table = new SlotTable(this.#capacity * 2);
      table.addAll(await readAt(this.#handle, headLength, this.#capacity * slotLength));
      for (const slot of slots) table.add(slot);
      await HashIndex.build(this.#files, this.#path, table, facts);
      return;
    }
    for (const slot of slots) await this.#insert(slot);
    await this.#handle.datasync();
    const head = formatHead({ ...facts, capacity: this.#capacity, count });
    await writeAll(this.#handle, head, 0);
    await this.#handle.datasync();
  }

  async #insert(slot: Slot): Promise<void> {
    const bytes = Buffer.alloc(slotLength);
    writeSlot(bytes, 0, slot);
    const index = await this.#walk(slot.hash, (other) => {
      // A crash may have come between the slots and the head.
      const isThere = other?.hash === slot.hash && other.offset === slot.offset;
      return other === undefined || isThere;
    });
    await writeAll(this.#handle, bytes, headLength + index * slotLength);
  }

  /** Visits slots from the place of a hash on until `visit` returns true; returns where that was. */
  async #walk(hash: number, visit: (slot: Slot | undefined) => boolean): Promise<number> {
    for (let index = hash % this.#capacity; ; ) {
      const length = Math.min(slotsPerRead, this.#capacity - index);
      const bytes = await readAt(this.#handle, headLength + index * slotLength, length * slotLength);
      for (let step = 0; step < length; step += 1) {
        if (visit(readSlot(bytes, step))) return index + step;
      }
      index = (index + length) % this.#capacity;
    }
  }
}

interface Head extends IndexFacts {
  readonly capacity: number;
  readonly count: number;
}

function formatHead({ file, covered, firstExpiry, capacity, count }: Head): Buffer {
  const bytes = Buffer.alloc(headLength);
  bytes.write(magic, 0, 'latin1');
  bytes.writeUInt32BE(capacity, 8);
  bytes.writeUIntBE(count, 12, 6);
  bytes.writeUIntBE(covered, 18, 6);
  bytes.writeDoubleBE(firstExpiry, 24);
  bytes.write(fileMark(file), 32, 'latin1');
  bytes.write(checksum(bytes), 56, 'latin1');
  return bytes;
}

function parseHead(bytes: Buffer): Head | undefined {
  if (bytes.length < headLength || bytes.toString('latin1', 0, 8) !== magic) return undefined;
  if (bytes.toString('latin1', 56, 64) !== checksum(bytes)) return undefined;
  return {
    capacity: bytes.readUInt32BE(8),
    count: bytes.readUIntBE(12, 6),
    covered: bytes.readUIntBE(18, 6),
    firstExpiry: bytes.readDoubleBE(24),
    file: bytes.toString('latin1', 32, 48),
  };
}

function fileMark(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 16);
}

function checksum(bytes: Buffer): string {
  return createHash('sha256').update(bytes.subarray(0, 56)).digest('hex').slice(0, 8);
}

/** Bytes of a slot: 48 bits of a key's hash, then 48 bits of an offset and 1, so that an empty slot is all zeros. */
const slotLength = 12;

const half = 6;
const minCapacity = 4096;
/** Fuller than this, searches get long. */
const maxLoad = 0.7;

interface Slot {
  readonly hash: number;
  readonly offset: number;
}

/** 48 bits of a text, spread evenly. Not a secret: what it finds is compared with the whole key. */
export function slotHash(key: string): number {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low + code, 0x85ebca6b) ^ (low >>> 13);
  }
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d);
  low = Math.imul(low ^ (low >>> 16), 0xc2b2ae35);
  return ((high >>> 16) & 0xffff) * 2 ** 32 + ((low ^ (low >>> 15)) >>> 0);
}

/** Undefined when the slot is empty. */
function readSlot(bytes: Buffer, index: number): Slot | undefined {
  const offset = bytes.readUIntBE(index * slotLength + half, half);
  return offset === 0 ? undefined : { hash: bytes.readUIntBE(index * slotLength, half), offset: offset - 1 };
}

function writeSlot(bytes: Buffer, index: number, { hash, offset }: Slot): void {
  bytes.writeUIntBE(hash, index * slotLength, half);
  bytes.writeUIntBE(offset + 1, index * slotLength + half, half);
}

/** Slots in memory, that grow as they fill; a slot is at the place its hash names, or the next free one after it. */
export class SlotTable {
  bytes: Buffer;
  capacity: number;
  count = 0;

  constructor(capacity = minCapacity) {
    this.capacity = capacity;
    this.bytes = Buffer.alloc(capacity * slotLength);
  }

  add(slot: Slot): void {
    if (this.count + 1 > this.capacity * maxLoad) this.#grow();
    this.#place(slot);
  }

  /** Takes over the slots of another table. */
  addAll(bytes: Buffer): void {
    for (let index = 0; index * slotLength < bytes.length; index += 1) {
      const slot = readSlot(bytes, index);
      if (slot) this.add(slot);
    }
  }

  #place(slot: Slot): void {
    let index = slot.hash % this.capacity;
    while (readSlot(this.bytes, index)) index = (index + 1) % this.capacity;
    writeSlot(this.bytes, index, slot);
    this.count += 1;
  }

  #grow(): void {
    const { bytes } = this;
    this.capacity *= 2;
    this.bytes = Buffer.alloc(this.capacity * slotLength);
    this.count = 0;
    this.addAll(bytes);
  }
}
