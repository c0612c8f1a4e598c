import { isJsonObject, type JsonObject, type JsonValue } from '../customer/json-value.ts';
import { hideKeys } from '../customer/key-like-text.ts';

/** One entry of an error body, in HelpCrunch's own words; either half may be missing. */
export interface ApiError {
  readonly code?: string;
  readonly message?: string;
}

/** More entries, or longer ones, help nobody. */
const mostErrors = 100;
const longestText = 1000;

/**
 * Reads the entries of an error body: `{errors: [{code, message}]}` (documented, both generations), and whatever else
 * servers and proxies put there: strings, a map of field to message, a lone object, other names. Never throws; what
 * looks like a key, and each of the `secrets`, is hidden.
 */
export function readApiErrors(body: JsonValue, secrets: readonly string[]): ApiError[] {
  if (!isJsonObject(body)) return entriesOf(body, secrets).slice(0, mostErrors);
  const listed = body['errors'] ?? body['error'];
  const found = listed === undefined || listed === null ? entry(body, secrets) : entriesOf(listed, secrets);
  return found.slice(0, mostErrors);
}

function entriesOf(value: JsonValue, secrets: readonly string[]): ApiError[] {
  if (Array.isArray(value))
    return value.slice(0, mostErrors).flatMap((item: JsonValue) => entriesOf(item, secrets));
  if (typeof value === 'string' && value.trim() !== '') return [{ message: tidy(value, secrets) }];
  if (!isJsonObject(value)) return [];
  return 'code' in value || 'message' in value ? entry(value, secrets) : fieldMap(value, secrets);
}

function entry({ code, message }: JsonObject, secrets: readonly string[]): ApiError[] {
  const parts = {
    ...(typeof code === 'string' || typeof code === 'number' ? { code: tidy(String(code), secrets) } : {}),
    ...(typeof message === 'string' ? { message: tidy(message, secrets) } : {}),
  };
  return Object.keys(parts).length > 0 ? [parts] : [];
}

/** `{"email": "…"}` or `{"email": ["…"]}`: each key is a code. */
function fieldMap(map: JsonObject, secrets: readonly string[]): ApiError[] {
  return Object.entries(map)
    .slice(0, mostErrors)
    .flatMap(([code, messages]) =>
      [messages]
        .flat()
        .flatMap((message) => (typeof message === 'string' ? entry({ code, message }, secrets) : [])),
    );
}

function tidy(text: string, secrets: readonly string[]): string {
  return hideKeys(text, secrets).slice(0, longestText);
}
