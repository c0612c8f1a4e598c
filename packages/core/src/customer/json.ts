/** What JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** The JSON type of a value, named as in messages. */
export type JsonKind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object' | 'nothing';

/** The JSON type of any value; `nothing` for `undefined` and everything that JSON does not have. */
export function jsonKind(value: unknown): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      return 'object';
    default:
      return 'nothing';
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return jsonKind(value) === 'object';
}

/** A place in a JSON value (RFC 6901): `''` is the whole, `/tags/0/name` a part. */
export type JsonPointer = string;

/** Builds a pointer from keys and indices: `['customData', 'a/b']` → `/customData/a~1b`. */
export function toPointer(segments: readonly (string | number)[]): JsonPointer {
  let pointer = '';
  for (const segment of segments) pointer += `/${escaped(String(segment))}`;
  return pointer;
}

/** The check comes first: hardly any key has these characters, and a large file has very many pointers. */
function escaped(segment: string): string {
  return segment.includes('~') || segment.includes('/')
    ? segment.replaceAll('~', '~0').replaceAll('/', '~1')
    : segment;
}

/** The keys and indices of a pointer, indices as digits: `/tags/0` → `['tags', '0']`. */
export function pointerSegments(pointer: JsonPointer): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) =>
      segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment,
    );
}

/** True for the place itself and everything in it. */
export function isWithin(pointer: JsonPointer, ancestor: JsonPointer): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** Places in one JSON value, with lookups that stay fast for any number of places. */
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
