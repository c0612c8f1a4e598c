import { isJsonObject, type JsonValue } from '../customer/json.ts';
import { hiddenMark, keyLikeRanges, type Range, replaceRanges } from '../customer/key-like-text.ts';
import { ApiKey } from './api-key.ts';
import { createSecret, type Secret } from './secret.ts';

/** Takes keys out of text: those it has learned, in whole or in part, and whatever looks like one. */
export interface Redactor {
  /** A key, or a text that holds one, as an environment variable or a header does. */
  learn(secret: ApiKey | string): void;
  /** Call it before a text is cut, wrapped or escaped. */
  hide(text: string): string;
  /** The same text with a bullet for each hidden character, where offsets must stay what they are. */
  mask(text: string): string;
}

export interface RedactorOptions {
  /** False to hide only what was learned; true, as usual, to hide whatever looks like a key as well. */
  readonly guess?: boolean;
}

/**
 * A redactor that knows some secrets from the start. What a secret looks like is worked out once, when it is learned.
 *
 * @example
 * const { hide } = createRedactor([environment['HELPCRUNCH_API_KEY']]);
 */
export function createRedactor(
  known: Iterable<ApiKey | string | undefined> = [],
  { guess = true }: RedactorOptions = {},
): Redactor {
  const secrets = new Map<string, Secret>();
  const add = (text: string) => {
    const secret = secrets.has(text) ? undefined : createSecret(text);
    if (secret) secrets.set(text, secret);
  };
  const learn = (secret: ApiKey | string) => {
    if (typeof secret !== 'string') return add(secret.reveal());
    add(secret);
    const reading = ApiKey.read(secret);
    if (reading.ok) add(reading.key.reveal());
  };
  for (const secret of known) if (secret !== undefined) learn(secret);
  const ranges = (text: string) => hiddenRanges(text, [...secrets.values()], guess);
  return {
    learn,
    hide: (text) => replaceRanges(text, ranges(text), () => hiddenMark),
    mask: (text) => replaceRanges(text, ranges(text), (hidden) => '•'.repeat(hidden.length)),
  };
}

/** The JSON with every text in it, names included, as `hide` leaves it. */
export function hideInJson(value: JsonValue, hide: (text: string) => string): JsonValue {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => hideInJson(item, hide));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    // A part that is undefined is left out, as JSON does.
    Object.entries(value).flatMap(([name, part]) =>
      part === undefined ? [] : [[hide(name), hideInJson(part, hide)]],
    ),
  );
}

/** Nothing shorter holds a secret. */
const minTextLength = 8;

function hiddenRanges(text: string, secrets: readonly Secret[], guess: boolean): readonly Range[] {
  if (text.length < minTextLength) return [];
  const found = guess ? [...keyLikeRanges(text)] : [];
  for (const secret of secrets) found.push(...secret.rangesIn(text));
  return found.length < 2 ? found : found.toSorted(([one], [other]) => one - other);
}
