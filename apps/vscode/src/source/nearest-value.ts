import {
  isJsonObject,
  type JsonPointer,
  type JsonValue,
  pointerSegments,
  toPointer,
} from '@helpcrunch-customer-kit/core';

/** The value at a path, or at its nearest parent where the path is not there. */
export function nearestValue(
  value: JsonValue,
  path: JsonPointer,
): { readonly path: JsonPointer; readonly value: JsonValue } {
  let found = value;
  const walked: string[] = [];
  for (const segment of pointerSegments(path)) {
    const next = partOf(found, segment);
    if (next === undefined) break;
    found = next;
    walked.push(segment);
  }
  return { path: toPointer(walked), value: found };
}

function partOf(value: JsonValue, segment: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}
