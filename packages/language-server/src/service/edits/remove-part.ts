import type { Node } from 'jsonc-parser';
import type { Change } from './change.ts';
import { commaIn } from './trivia.ts';

/**
 * Takes a property or a list's item out, with the one comma that goes with it. Comments stay, and so does the layout:
 * a line that held nothing else goes as a whole.
 */
export function removePart(text: string, part: Node): Change[] {
  const siblings = part.parent?.children ?? [];
  const before = siblings[siblings.indexOf(part) - 1];
  const end = part.offset + part.length;
  const after = commaIn(text, end);
  if (after !== undefined && text.slice(end, after).trim() === '') {
    return [wholeLine(text, part.offset, after + 1)];
  }
  const gone = wholeLine(text, part.offset, end);
  if (after !== undefined) return [gone, { offset: after, length: 1, text: '' }];
  const comma = before && commaIn(text, before.offset + before.length);
  if (comma === undefined) return [gone];
  // Nothing but blanks between the comma and the part: one piece, and the line end before it goes too.
  return text.slice(comma + 1, part.offset).trim() === ''
    ? [{ offset: comma, length: end - comma, text: '' }]
    : [{ offset: comma, length: 1, text: '' }, gone];
}

/** Widens a removal to the line it stands on when it is alone there, else to the blanks after it. */
function wholeLine(text: string, start: number, end: number): Change {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[^\S\r\n]*(?:\r?\n)?/.exec(text.slice(end, end + 200))?.[0] ?? '';
  const isAlone = text.slice(lineStart, start).trim() === '' && rest.endsWith('\n');
  if (isAlone) return { offset: lineStart, length: end + rest.length - lineStart, text: '' };
  const blanks = /[\r\n]/.test(rest) ? '' : rest;
  return { offset: start, length: end + blanks.length - start, text: '' };
}
