import { isJsonObject, type JsonValue } from '../customer/json.ts';
import { hideKeys } from '../customer/key-like-text.ts';
import { keyWritings } from '../customer/key-writings.ts';
import type { ApiKey } from './api-key.ts';

/** Keys of HelpCrunch have 328 characters (seen). Hiding a much shorter one, made up for a sandbox, would tear words apart. */
const shortest = 16;

/** The JSON with the key hidden wherever it stands, names included: an answer may repeat what the request held. */
export function hideKey(value: JsonValue, apiKey: ApiKey): JsonValue {
  const secret = apiKey.reveal();
  if (secret.length < shortest) return value;
  const writings = keyWritings(secret);
  return hideIn(value, (text) =>
    writings.some((writing) => text.includes(writing)) ? hideKeys(text, [secret]) : text,
  );
}

function hideIn(value: JsonValue, hide: (text: string) => string): JsonValue {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => hideIn(item, hide));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part = null]) => [hide(name), hideIn(part, hide)]),
  );
}
