import { tooDeep, tooLarge } from '../rules/json-rules.ts';
import type { Issue } from '../rules/rules.ts';

/** The largest JSON text that is read. */
export interface JsonLimits {
  /** UTF-16 units of text. */
  readonly characters: number;
  /** Nested lists and objects; a customer needs four levels. */
  readonly depth: number;
}

/** Generous for lists of customers; the parser itself throws at about 10,000 levels. */
export const defaultJsonLimits: JsonLimits = { characters: 4_000_000, depth: 100 };

/** The issue of a text over a limit. Walks tokens, so that no depth of nesting can overflow the stack. */
export function limitIssue(text: string, limits: Partial<JsonLimits> = {}): Issue | undefined {
  const { characters, depth } = { ...defaultJsonLimits, ...limits };
  if (text.length > characters) {
    return tooLarge.at('', { characters: text.length, limit: characters });
  }
  if (!hasMoreBrackets(text, depth)) return undefined;
  // A closing bracket of the other kind closes nothing: the parser skips it too.
  const expected: string[] = [];
  for (let at = 0; at < text.length; at = afterToken(text, at)) {
    const first = text.charAt(at);
    if (first === '{') expected.push('}');
    else if (first === '[') expected.push(']');
    else if (first === expected.at(-1)) expected.pop();
    if (expected.length > depth) return tooDeep.at('', { limit: depth });
  }
  return undefined;
}

/** Most texts have too few brackets to be too deep, even if all of them were nested. */
function hasMoreBrackets(text: string, count: number): boolean {
  let left = count;
  for (const bracket of '{[') {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      if (left === 0) return true;
      left -= 1;
    }
  }
  return false;
}

/**
 * The end of the text, comment or single character at an offset. Scans as the parser does, but allocates nothing: it runs
 * over a large text at every edit.
 */
export function afterToken(text: string, offset: number): number {
  switch (text.charCodeAt(offset)) {
    case doubleQuote:
      return afterText(text, offset + 1);
    case slash:
      return afterSlash(text, offset);
    default:
      return offset + 1;
  }
}

const [doubleQuote, slash, asterisk, backslash, lineFeed, carriageReturn] = [
  0x22, 0x2f, 0x2a, 0x5c, 0x0a, 0x0d,
];

/** A text ends at its quote, or, if that is missing, at the end of the line. */
function afterText(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === doubleQuote) return at + 1;
    if (unit === lineFeed || unit === carriageReturn) return at;
    at += unit === backslash ? 2 : 1;
  }
  return at;
}

function afterSlash(text: string, offset: number): number {
  const next = text.charCodeAt(offset + 1);
  if (next === asterisk) {
    const end = text.indexOf('*/', offset + 2);
    return end === -1 ? text.length : end + 2;
  }
  let at = offset + 1;
  if (next !== slash) return at;
  while (at < text.length && text.charCodeAt(at) !== lineFeed && text.charCodeAt(at) !== carriageReturn)
    at += 1;
  return at;
}
