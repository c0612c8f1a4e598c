/** What JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** The name of a value's JSON type, as people know it. */
export type JsonKind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object' | 'nothing';

/** Names the JSON type of any value; `nothing` stands for `undefined` and all that JSON cannot carry. */
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
