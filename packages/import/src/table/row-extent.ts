export const [lf, cr] = [10, 13];

/** The bytes of a row in its file, without the blank lines before it and the line break behind it. */
export interface RowExtent {
  readonly start: number;
  readonly end: number;
  /** Blank lines before the row. */
  readonly breaksBefore: number;
  /** Line breaks within its quoted cells. */
  readonly breaks: number;
  readonly isAscii: boolean;
}

/** Looks at each byte of a row once, all that a reader needs to know of it. */
export function rowExtent(bytes: Uint8Array, from: number, to: number): RowExtent {
  let [start, end, breaksBefore, breaks, isAscii] = [from, to, 0, 0, true];
  for (; start < to && isBreak(bytes[start]); start += 1) {
    if (start === from || !isSecondHalf(bytes, start)) breaksBefore += 1;
  }
  while (end > start && isBreak(bytes[end - 1])) end -= 1;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7f) isAscii = false;
    else if (isBreak(byte) && !isSecondHalf(bytes, at)) breaks += 1;
  }
  return { start, end, breaksBefore, breaks, isAscii };
}

function isBreak(byte: number | undefined): boolean {
  return byte === lf || byte === cr;
}

/** CR and LF are one line break. */
function isSecondHalf(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === lf && bytes[at - 1] === cr;
}
