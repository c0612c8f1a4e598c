/** A span of a text, in UTF-16 units. */
export interface TextRange {
  readonly offset: number;
  readonly length: number;
}

/** Text to replace; a length of 0 inserts. Offsets are UTF-16 units of the unchanged text. */
export interface TextChange extends TextRange {
  readonly text: string;
}

/** Blocks are compared at once, since a large text is compared at every edit. */
const blockLength = 4096;

/** The single change between two texts, without their common start and end. */
export function changeBetween(from: string, to: string): TextChange {
  const maxShared = Math.min(from.length, to.length);
  let start = 0;
  while (start + blockLength <= maxShared && isSameBlock(start, start)) start += blockLength;
  while (start < maxShared && from.charCodeAt(start) === to.charCodeAt(start)) start += 1;
  const [fromEnd, toEnd, maxEnd] = [from.length, to.length, maxShared - start];
  let end = 0;
  while (end + blockLength <= maxEnd && isSameBlock(fromEnd - end - blockLength, toEnd - end - blockLength)) {
    end += blockLength;
  }
  while (end < maxEnd && from.charCodeAt(fromEnd - 1 - end) === to.charCodeAt(toEnd - 1 - end)) end += 1;
  // An editor has no position between \r and \n.
  if (from[start - 1] === '\r') start -= 1;
  if (from[fromEnd - end] === '\n' && end > 0) end -= 1;
  return { offset: start, length: fromEnd - end - start, text: to.slice(start, toEnd - end) };

  function isSameBlock(inFrom: number, inTo: number): boolean {
    return from.slice(inFrom, inFrom + blockLength) === to.slice(inTo, inTo + blockLength);
  }
}
