/** What replaces a key wherever text is shown or stored. */
export const hiddenMark = '[hidden]';

/** From where to where, in characters of a text. */
export type Range = readonly [start: number, end: number];

/** HelpCrunch keys have 328 characters (seen by secret scanners). */
const keyLength = 328;
/** So much of a key is too much already. */
const minKeyLength = 200;
/** Even hex digits have 16 different ones; a line of one repeated letter is never part of a key. */
const minDistinctCharacters = 10;

/**
 * Backslash, percent and tilde belong to it because a slash may be written `\/` in JSON and `~1` in a JSON Pointer, and a
 * plus `\u002B` or `%2B`.
 */
const keyAlphabet = alphabet('+/=\\%_-~');
/** The characters of a token, after the name of the scheme. */
const tokenAlphabet = alphabet('+/=\\%_-.~');

function alphabet(signs: string): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    return /[A-Za-z0-9]/.test(character) || signs.includes(character) ? 1 : 0;
  });
}

/** Where a run of characters of an alphabet ends. */
function runEnd(text: string, start: number, characters: Uint8Array): number {
  let end = start;
  while (characters[text.charCodeAt(end)] === 1) end += 1;
  return end;
}

const scheme =
  /(?:(?<header>\bAuthorization["']?:\s{0,20})?\bBearer\s{1,20}|(?<option>--oauth2-bearer)[\s=]{1,20}["']?)<?/gi;

/** In every match of `scheme`, which takes longer to search for. */
const schemeName = /bearer/i;

/** The name of a scheme and a token take more than this. */
const minTokenText = 16;

/** True when a text holds something that looks like an API key. */
export function containsKeyLikeText(text: string): boolean {
  return keyLikeRanges(text).length > 0;
}

/** The text with everything that looks like a key replaced by `[hidden]`. Where keys are known, use a redactor. */
export function hideKeys(text: string): string {
  const ranges = keyLikeRanges(text).toSorted(([one], [other]) => one - other);
  return replaceRanges(text, ranges, () => hiddenMark);
}

/** Where a text holds something that looks like an API key. Linear in the length of the text. */
export function keyLikeRanges(text: string): readonly Range[] {
  if (text.length < minTokenText) return [];
  const ranges = schemeName.test(text) ? [...tokens(text)] : [];
  if (text.length >= minKeyLength) ranges.push(...longRuns(text));
  return ranges;
}

/** After the header's name any token counts; elsewhere it holds a digit, as the words after a bearer of news do not. */
function* tokens(text: string): Generator<Range> {
  for (const match of text.matchAll(scheme)) {
    const start = match.index + match[0].length;
    const end = runEnd(text, start, tokenAlphabet);
    const isCertain = match.groups?.['header'] !== undefined || match.groups?.['option'] !== undefined;
    const isToken = isCertain ? end - start >= 8 : end - start >= 16 && /\d/.test(text.slice(start, end));
    if (!isToken) continue;
    // The brackets of the documentation's example go with it.
    const [before, behind] = [match[0].endsWith('<') ? 1 : 0, text[end] === '>' ? 1 : 0];
    yield [start - before, behind === 1 ? end + 1 : withoutBackslash(text, start, end)];
  }
}

function* longRuns(text: string): Generator<Range> {
  for (let start = 0; start < text.length; start += 1) {
    const end = runEnd(text, start, keyAlphabet);
    if (end - start >= minKeyLength) {
      const run = text.slice(start, end);
      const isKey = /[A-Za-z]/.test(run) && isVaried(run) && !hasStructure(run) && !isInUrl(text, start);
      if (isKey) yield [start, withoutBackslash(text, start, end)];
    }
    start = end;
  }
}

/** A backslash at the end belongs to what follows, the quote after a text for one. */
function withoutBackslash(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && text[last - 1] === '\\') last -= 1;
  return (end - last) % 2 === 1 ? end - 1 : end;
}

function isVaried(run: string): boolean {
  return run.length >= keyLength || new Set(run).size >= minDistinctCharacters;
}

/** A longer URL is not recognized from its end. */
const maxUrlLookBehind = 2000;

function isInUrl(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - maxUrlLookBehind), index + 2);
  const scheme = before.lastIndexOf('://');
  return scheme > 0 && /^[a-z]:\S*$/i.test(before.slice(scheme - 1));
}

/** Random text has a separator in about 32 characters; paths, slugs, UUIDs and escaped text have more. */
const minSeparatorShare = 1 / 12;
/** Random text changes between letters and digits, small and capital, after about two characters; words do not. */
const minMeanWordLength = 3;
/** Words are shorter. */
const maxWordLength = 64;

/** True for a path, a slug, words joined by signs: text that a person wrote, however long it is. */
function hasStructure(run: string): boolean {
  const segments = run.split(/[/\\_=+%~-]/);
  if ((segments.length - 1) / run.length >= minSeparatorShare) return true;
  const words = run.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const longest = segments.reduce((max, segment) => Math.max(max, segment.length), 0);
  return longest <= maxWordLength && letters / words.length >= minMeanWordLength;
}

/** Replaces ranges that are sorted by their start; those that overlap or touch are replaced as one. */
export function replaceRanges(
  text: string,
  ranges: readonly Range[],
  replacement: (hidden: string) => string,
): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let end = 0;
  let open: Range | undefined;
  const close = () => {
    if (!open) return;
    parts.push(text.slice(end, open[0]), replacement(text.slice(...open)));
    end = open[1];
  };
  for (const range of ranges) {
    if (open && range[0] <= open[1]) open = [open[0], Math.max(open[1], range[1])];
    else {
      close();
      open = range;
    }
  }
  close();
  return parts.join('') + text.slice(end);
}
