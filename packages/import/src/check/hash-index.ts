/**
 * Numbers by the hash of something: a hash map with open addressing in typed arrays. An entry takes 21 to 43 bytes, or 16 to
 * 32 with values of 32 bits; in a `Map` it takes three times as much. Values are larger than 0.
 */
export class HashIndex {
  #keys = new Float64Array(1024);
  #values: Float64Array | Uint32Array;
  #size = 0;
  readonly #Values: typeof Float64Array | typeof Uint32Array;

  constructor(Values: typeof Float64Array | typeof Uint32Array = Float64Array) {
    this.#Values = Values;
    this.#values = new Values(this.#keys.length);
  }

  get(hash: number): number | undefined {
    return this.#values[this.#slotOf(hash)] || undefined;
  }

  set(hash: number, value: number): void {
    if ((this.#size + 1) * 4 > this.#keys.length * 3) this.#grow();
    const slot = this.#slotOf(hash);
    if (this.#values[slot] === 0) this.#size += 1;
    this.#keys[slot] = hash;
    this.#values[slot] = value;
  }

  #slotOf(hash: number): number {
    const { length } = this.#keys;
    let slot = hash % length;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) % length;
    return slot;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(keys.length * 2);
    this.#values = new this.#Values(keys.length * 2);
    for (const [slot, key] of keys.entries()) {
      const value = values[slot] ?? 0;
      if (value === 0) continue;
      const next = this.#slotOf(key);
      this.#keys[next] = key;
      this.#values[next] = value;
    }
  }
}
