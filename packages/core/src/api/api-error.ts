import { customerField } from '../customer/fields.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonPointer,
  type JsonValue,
  toPointer,
} from '../customer/json.ts';
import { hideKeys } from '../customer/key-like-text.ts';
import type { AnswerBody } from './read-body.ts';

/** One entry of an error body, in HelpCrunch's own words; either half may be missing. */
export interface ApiError {
  readonly code?: string;
  readonly message?: string;
}

/** More entries, longer ones, or nested lists do not help a reader. */
const mostErrors = 100;
const longestText = 1000;
const deepestList = 3;

/**
 * Reads the entries of an error body: `{errors: [{code, message}]}` (documented, both generations), and whatever else
 * servers and proxies put there: strings, a map of field to message, a lone object, other names. Never throws; what
 * looks like a key is hidden.
 */
export function readApiErrors(body: JsonValue): ApiError[] {
  if (!isJsonObject(body)) return entriesOf(body).slice(0, mostErrors);
  const listed = body['errors'] ?? body['error'];
  const found = listed === undefined || listed === null ? entry(body) : entriesOf(listed);
  return found.slice(0, mostErrors);
}

/**
 * True for a body in HelpCrunch's own form, `{errors: [{code, message}]}` (documented): a firewall or a proxy answers
 * with a page or with JSON of another form.
 */
export function isHelpCrunchError(body: AnswerBody): boolean {
  if (body.kind !== 'json' || !isJsonObject(body.value)) return false;
  const { errors } = body.value;
  return (
    Array.isArray(errors) &&
    errors.some((error: JsonValue) => isJsonObject(error) && ('code' in error || 'message' in error))
  );
}

function entriesOf(value: JsonValue, depth = 0): ApiError[] {
  if (Array.isArray(value)) {
    if (depth === deepestList) return [];
    return value.slice(0, mostErrors).flatMap((item: JsonValue) => entriesOf(item, depth + 1));
  }
  if (typeof value === 'string') return entry({ message: value });
  if (!isJsonObject(value)) return [];
  return 'code' in value || 'message' in value ? entry(value) : fieldMap(value);
}

/** None for an entry whose two halves say nothing. */
function entry({ code, message }: JsonObject): ApiError[] {
  const parts = {
    ...(typeof code === 'string' || typeof code === 'number' ? { code: tidy(String(code)) } : {}),
    ...(typeof message === 'string' ? { message: tidy(message) } : {}),
  };
  return parts.code || parts.message ? [parts] : [];
}

/** `{"email": "…"}` or `{"email": ["…"]}`: each key is a code. */
function fieldMap(map: JsonObject): ApiError[] {
  return Object.entries(map)
    .slice(0, mostErrors)
    .flatMap(([code, messages]) =>
      [messages].flat().flatMap((message) => (typeof message === 'string' ? entry({ code, message }) : [])),
    );
}

/** Hidden first: half a key, left by cutting, would no longer look like one. */
function tidy(text: string): string {
  return hideKeys(text).slice(0, longestText).toWellFormed().trim();
}

const fieldPath = /^(?:customers?(?:\[\d+\])?\.)?(?<field>[A-Za-z]+)(?<rest>(?:\[\w+\]|\.\w+)*)$/;
const takenOrMalformed = /^invalid_(?<field>[A-Za-z]+)_value$/;

/**
 * The place in the payload that an error's code names: `tags[0].name` → `/tags/0/name` (documented), and
 * `invalid_userId_value` → `/userId` (seen). `undefined` for a code that names no field of ours.
 */
export function apiErrorPath(code: string): JsonPointer | undefined {
  const groups = (takenOrMalformed.exec(code) ?? fieldPath.exec(code))?.groups;
  const field = groups?.['field'];
  if (field === undefined || !customerField(field)) return undefined;
  const rest = (groups?.['rest'] ?? '').split(/[[\].]+/).filter((segment) => segment !== '');
  return toPointer([field, ...rest]);
}
