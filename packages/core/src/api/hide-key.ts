import { isJsonObject, type JsonValue } from '../customer/json-value.ts';
import { hideKeys } from '../customer/key-like-text.ts';
import type { ApiKey } from './api-key.ts';

/** Keys of HelpCrunch have 328 characters (seen). Hiding a much shorter one, made up for a sandbox, would tear words apart. */
const shortest = 16;

/** The JSON with the key hidden wherever it stands, names included: an answer may repeat what the request held. */
export function hideKey(value: JsonValue, apiKey: ApiKey): JsonValue {
  const secret = apiKey.reveal();
  return secret.length < shortest ? value : hideIn(value, [secret]);
}

function hideIn(value: JsonValue, secrets: readonly string[]): JsonValue {
  if (typeof value === 'string')
    return secrets.some((secret) => value.includes(secret)) ? hideKeys(value, secrets) : value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => hideIn(item, secrets));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part = null]) => [hideKeys(name, secrets), hideIn(part, secrets)]),
  );
}
