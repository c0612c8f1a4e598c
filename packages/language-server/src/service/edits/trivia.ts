/** One blank, line end, comment of a line or comment of a block; a block that is never closed reaches to the end. */
const trivia = /(?:\s+|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$))*/y;

/** The offset of what follows blanks and comments. */
export function afterTrivia(text: string, offset: number): number {
  trivia.lastIndex = offset;
  trivia.test(text);
  return trivia.lastIndex;
}

/** The offset of the first comma in a gap between two values, comments passed over; `undefined` when there is none. */
export function commaIn(text: string, from: number): number | undefined {
  const next = afterTrivia(text, from);
  return text.charAt(next) === ',' ? next : undefined;
}
