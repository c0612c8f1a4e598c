/**
 * Lines of a table by the hash of something in them, in about 25 bytes an entry: a hash map with open addressing in
 * typed arrays. A `Map` needs three times as much.
 */
export class LineIndex {
  #keys = new Float64Array(1024);
  #lines = new Uint32Array(1024);
  #size = 0;

  /** The line that was added first under a hash; it adds `line` and returns `undefined` where there is none. */
  addFirst(hash: number, line: number): number | undefined {
    if ((this.#size + 1) * 4 > this.#keys.length * 3) this.#grow();
    const slot = this.#slotOf(hash);
    const known = this.#lines[slot];
    if (known !== 0) return known;
    this.#keys[slot] = hash;
    this.#lines[slot] = line;
    this.#size += 1;
    return undefined;
  }

  #slotOf(hash: number): number {
    const { length } = this.#keys;
    let slot = hash % length;
    while (this.#lines[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) % length;
    return slot;
  }

  #grow(): void {
    const [keys, lines] = [this.#keys, this.#lines];
    this.#keys = new Float64Array(keys.length * 2);
    this.#lines = new Uint32Array(keys.length * 2);
    for (const [slot, line] of lines.entries()) {
      if (line === 0) continue;
      const next = this.#slotOf(keys[slot] ?? 0);
      this.#keys[next] = keys[slot] ?? 0;
      this.#lines[next] = line;
    }
  }
}
