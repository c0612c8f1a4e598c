/**
 * Where the text, comment or single character that begins at an offset ends. Reads as the parser's scanner does, and
 * unlike it makes no value of anything: what is asked of a large text at every edit has to leave nothing behind.
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

/** A text ends with its quote, or unfinished with its line; what follows a backslash belongs to it. */
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
