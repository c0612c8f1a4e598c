import type { Change } from './change.ts';

/** The one replacement that makes a text another, without the start and the end that they share. */
export function onePiece(from: string, to: string): Change {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  // An editor knows no place between the two halves of a line end.
  if (from[start - 1] === '\r') start -= 1;
  if (from[from.length - end] === '\n' && end > 0) end -= 1;
  return { offset: start, length: from.length - end - start, text: to.slice(start, to.length - end) };
}
