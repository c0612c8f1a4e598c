import type { JsonPointer } from './json-pointer.ts';

/** Places in one JSON value, asked about quickly however many there are. */
export interface PointerSet {
  /** True for a place that is one of these, or within one of these. */
  covers(pointer: JsonPointer): boolean;
  /** True for a place that is one of these, or that holds one of these. */
  touches(pointer: JsonPointer): boolean;
}

export function pointerSet(pointers: Iterable<JsonPointer>): PointerSet {
  const members = new Set(pointers);
  const holders = new Set<JsonPointer>();
  for (const pointer of members) for (const place of upwards(pointer)) holders.add(place);
  function isWithinAny(pointer: JsonPointer): boolean {
    for (const place of upwards(pointer)) if (members.has(place)) return true;
    return false;
  }
  return {
    covers: (pointer) => members.size > 0 && isWithinAny(pointer),
    touches: (pointer) => holders.has(pointer),
  };
}

/** The place itself, what holds it, and so on: `/tags/0` → `/tags/0`, `/tags`, `''`. */
function* upwards(pointer: JsonPointer): Generator<JsonPointer> {
  yield pointer;
  for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    yield pointer.slice(0, end);
    if (end === 0) return;
  }
}
