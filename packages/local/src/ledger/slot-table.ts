/** Bytes of a slot: 48 bits of a key's hash, then 48 bits of an offset and 1, so that an empty slot is all zeros. */
export const slotLength = 12;

const half = 6;
const minCapacity = 4096;
/** Fuller than this, searches get long. */
export const maxLoad = 0.7;

export interface Slot {
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
export function readSlot(bytes: Buffer, index: number): Slot | undefined {
  const offset = bytes.readUIntBE(index * slotLength + half, half);
  return offset === 0 ? undefined : { hash: bytes.readUIntBE(index * slotLength, half), offset: offset - 1 };
}

export function writeSlot(bytes: Buffer, index: number, { hash, offset }: Slot): void {
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
