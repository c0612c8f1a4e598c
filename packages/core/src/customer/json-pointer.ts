/** A place in a JSON value (RFC 6901): `''` is the whole, `/tags/0/name` a part. */
export type JsonPointer = string;

/** Builds a pointer from keys and indices: `['customData', 'a/b']` → `/customData/a~1b`. */
export function toPointer(segments: readonly (string | number)[]): JsonPointer {
  let pointer = '';
  for (const segment of segments) pointer += `/${escaped(String(segment))}`;
  return pointer;
}

/** Looked at first, since hardly any key has them and every finding of a large file is a pointer. */
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
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** True for the place itself and everything in it. */
export function isWithin(pointer: JsonPointer, ancestor: JsonPointer): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
