import type { Range } from '../customer/key-like-text.ts';

/** No run of this many characters of a key is shown (promise 5). */
const maxRun = 16;
/** A shorter secret, made up for a sandbox, would be found inside ordinary words. */
const minLength = 8;
/** What is left of a short secret without its quotes and blanks; less would be found anywhere. */
const minNormalizedLength = 6;
/** No server takes a header that is longer. */
const maxLength = 4096;

/**
 * Escapes of JSON, URLs and HTML, also one within the other, and terminal colors: where a program writes a character
 * otherwise than it is.
 */
const escapes =
  /\p{Cc}\[[\d;?]{0,20}[ -/]*[@-~]|\\+(?:u(?<unicode>[\da-f]{4})|x(?<hex>[\da-f]{2})|(?<escaped>[^\\])|$)|%(?:25)*(?<url>[\da-f]{2})|&(?:amp;)*(?:#(?<decimal>\d{1,7})|#x(?<html>[\da-f]{1,6})|(?<name>amp|lt|gt|plus|sol|quot|apos|equals));/iuy;
const htmlNames: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', plus: '+', sol: '/' };

/** What programs put between the characters of a key when they wrap, space, quote or list it. */
const separator = /[\s\p{Cc}\p{Cf}"'`=,;|│┃\\]/u;

const [unseen, plain, separating, escaping] = [0, 1, 2, 3];
/** What each UTF-16 code unit is, as far as it was met. */
const kinds = new Uint8Array(2 ** 16);

function kindOf(code: number): number {
  const known = kinds[code] ?? unseen;
  if (known !== unseen) return known;
  const character = String.fromCharCode(code);
  const kind = '\u001b\\%&'.includes(character) ? escaping : separator.test(character) ? separating : plain;
  kinds[code] = kind;
  return kind;
}

/** A text without escapes and separators, as UTF-16 code units; valid until the next text is normalized. */
interface NormalizedText {
  readonly codes: Uint16Array;
  readonly length: number;
  /** Where each of them starts in the source, and where the next one does; empty unless asked for. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Memory for the many short texts of a customer. */
const shortCodes = new Uint16Array(1024);
const noPlaces = new Uint32Array(0);

/** Undoes what programs do to a key when they repeat it. Linear in the length of the text. */
function normalize(source: string, { withPlaces }: { readonly withPlaces: boolean }): NormalizedText {
  const codes = source.length <= shortCodes.length ? shortCodes : new Uint16Array(source.length);
  const starts = withPlaces ? new Uint32Array(source.length) : noPlaces;
  const ends = withPlaces ? new Uint32Array(source.length) : noPlaces;
  let length = 0;
  for (let at = 0; at < source.length; ) {
    let code = source.charCodeAt(at);
    let end = at + 1;
    let kind = kindOf(code);
    if (kind === escaping) {
      escapes.lastIndex = at;
      const match = escapes.exec(source);
      if (match) {
        code = codeOf(match.groups ?? {});
        end = at + match[0].length;
      }
      kind = code === nothing || separator.test(String.fromCharCode(code)) ? separating : plain;
    }
    if (kind === plain) {
      codes[length] = code === minus ? plus : code === underscore ? slash : code;
      if (withPlaces) {
        starts[length] = at;
        ends[length] = end;
      }
      length += 1;
    }
    at = end;
  }
  return { codes, length, starts, ends };
}

/** Base64 for URLs has a minus for a plus, and an underscore for a slash. */
const [plus, minus, slash, underscore] = [0x2b, 0x2d, 0x2f, 0x5f];
const nothing = -1;

/** The character that an escape stands for. */
function codeOf(groups: Readonly<Record<string, string | undefined>>): number {
  const { unicode, hex, escaped, url, decimal, html, name } = groups;
  if (escaped !== undefined) return /[nrtbf]/.test(escaped) ? nothing : escaped.charCodeAt(0);
  const digits = unicode ?? hex ?? url ?? html;
  if (digits !== undefined) return Number.parseInt(digits, 16);
  if (decimal !== undefined) return Number(decimal);
  return htmlNames[name?.toLowerCase() ?? '']?.charCodeAt(0) ?? nothing;
}

/** Finds a secret, and every run of 16 or more of its characters, however they are written. */
export interface Secret {
  rangesIn(text: string): readonly Range[];
}

/** Hashes of all runs of one length that must not be seen, and of the shorter blocks by which they are found. */
interface Runs {
  readonly length: number;
  readonly runs: ReadonlySet<number>;
  readonly blockLength: number;
  readonly blocks: ReadonlySet<number>;
}

/** Prepares a secret once, so that each text costs no more than its length. `undefined` for one too short to hide. */
export function createSecret(text: string): Secret | undefined {
  const secret = text.trim().slice(0, maxLength);
  const normalized = normalize(secret, { withPlaces: true });
  if (secret.length < minLength || normalized.length < minNormalizedLength) return undefined;
  const isShort = secret.length < maxRun;
  const runLength = isShort ? normalized.length : shortestRun(secret.length, normalized);
  const byLength = new Map<number, Uint16Array[]>();
  // What looks like an escape in the secret itself is none where its characters stand apart.
  const literal = /[\\%&]/.test(secret) ? [[...secret].join(' ')] : [];
  for (const text of [secret, ...literal, ...encodings(secret)]) {
    const { codes, length } = normalize(text, { withPlaces: false });
    const wanted = isShort ? length : Math.min(runLength, length);
    byLength.set(wanted, [...(byLength.get(wanted) ?? []), codes.slice(0, length)]);
  }
  const all = [...byLength].map(([length, texts]) => runsOf(texts, length));
  const minTextLength = Math.min(...all.map(({ length }) => length));
  return {
    rangesIn(text) {
      if (text.length < minTextLength) return [];
      const normalized = normalize(text, { withPlaces: false });
      const found = all.flatMap((runs) => find(runs, normalized));
      if (found.length === 0) return [];
      // Most texts hold no key: places are worked out for those that do.
      const { starts, ends } = normalize(text, { withPlaces: true });
      return found.map(([start, end]): Range => [starts[start] ?? 0, ends[end - 1] ?? 0]);
    },
  };
}

/** How much is left at least of any 16 characters of a secret once it is normalized. */
function shortestRun(secretLength: number, { length, starts, ends }: NormalizedText): number {
  let shortest = length;
  let [first, behind] = [0, 0];
  for (let begin = 0; begin + maxRun <= secretLength; begin += 1) {
    while (first < length && (starts[first] ?? 0) < begin) first += 1;
    while (behind < length && (ends[behind] ?? 0) <= begin + maxRun) behind += 1;
    shortest = Math.min(shortest, behind - first);
  }
  return Math.max(minLength, shortest);
}

function runsOf(texts: readonly Uint16Array[], length: number): Runs {
  const blockLength = Math.floor((length + 1) / 2);
  const runs = new Set<number>();
  const blocks = new Set<number>();
  for (const codes of texts) {
    for (let at = 0; at + length <= codes.length; at += 1) runs.add(wideHashAt(codes, at, length));
    for (let at = 0; at + blockLength <= codes.length; at += 1) blocks.add(hashAt(codes, at, blockLength));
  }
  return { length, runs, blockLength, blocks };
}

/** 53 bits: no two texts share it by chance. */
function wideHashAt(codes: Uint16Array, at: number, length: number): number {
  let other = 7;
  for (let index = at; index < at + length; index += 1)
    other = Math.imul(other ^ (codes[index] ?? 0), 0x01000193);
  return (hashAt(codes, at, length) >>> 0) * 2 ** 21 + (other >>> 11);
}

function hashAt(codes: Uint16Array, at: number, length: number): number {
  let hash = 0;
  for (let index = at; index < at + length; index += 1)
    hash = (Math.imul(hash, 31) + (codes[index] ?? 0)) | 0;
  return hash;
}

/** Every run holds a whole block that starts at a multiple of the block's length: only those are looked up everywhere. */
function find({ length, runs, blockLength, blocks }: Runs, { codes, length: end }: NormalizedText): Range[] {
  const found: Range[] = [];
  let next = 0;
  for (let at = 0; at + blockLength <= end; at += blockLength) {
    if (!blocks.has(hashAt(codes, at, blockLength))) continue;
    for (next = Math.max(next, at - (length - blockLength)); next <= at; next += 1) {
      if (next + length > end || !runs.has(wideHashAt(codes, next, length))) continue;
      const last = found.at(-1);
      if (last && next <= last[1]) found[found.length - 1] = [last[0], next + length];
      else found.push([next, next + length]);
    }
  }
  return found;
}

/** Hex and base64, there also as a part of a longer text. */
function encodings(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex, hex.toUpperCase(), ...[0, 1, 2].map((before) => base64Within(bytes, before))];
}

/** Three bytes make four digits, so the digits at the ends belong to neighboring bytes too: they are left out. */
function base64Within(bytes: Uint8Array, before: number): string {
  const padded = String.fromCharCode(...new Uint8Array(before), ...bytes);
  const first = Math.ceil((before * 4) / 3);
  return btoa(padded).slice(first, Math.floor(((before + bytes.length) * 4) / 3));
}
