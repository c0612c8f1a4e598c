import { afterToken } from './after-token.ts';
import { type ReadingIssue, readingIssues } from './reading-issues.ts';

/** How much JSON text is read at all. */
export interface JsonLimits {
  /** UTF-16 units of text. */
  readonly characters: number;
  /** Levels of lists and objects; a customer needs four. */
  readonly depth: number;
}

/** Generous for a customer and for lists of them; the parser itself throws at some 10,000 levels. */
export const defaultJsonLimits: JsonLimits = { characters: 4_000_000, depth: 100 };

/** The limit that a text is over, if any. Walks tokens, so that no depth of nesting can overflow the stack. */
export function limitIssue(text: string, limits: Partial<JsonLimits> = {}): ReadingIssue | undefined {
  const { characters, depth } = { ...defaultJsonLimits, ...limits };
  if (text.length > characters) {
    return readingIssues.tooLarge({ characters: text.length, limit: characters });
  }
  // A closing bracket of the other kind closes nothing: the parser passes over it too.
  const expected: string[] = [];
  for (let at = 0; at < text.length; at = afterToken(text, at)) {
    const first = text.charAt(at);
    if (first === '{') expected.push('}');
    else if (first === '[') expected.push(']');
    else if (first === expected.at(-1)) expected.pop();
    if (expected.length > depth) return readingIssues.tooDeep({ limit: depth });
  }
  return undefined;
}
