import { isJsonObject, type JsonValue } from '@helpcrunch-customer-kit/core';

/** The JSON with every text in it, names included, as `hide` leaves it. */
export function hideIn(value: JsonValue, hide: (text: string) => string): JsonValue {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((item) => hideIn(item, hide));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [hide(key), hideIn(part as JsonValue, hide)]),
  );
}
