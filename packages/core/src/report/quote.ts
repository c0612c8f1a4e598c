import { oneLine } from './one-line.ts';

const longest = 40;

/** A value inside a sentence: quoted, on one line, cut when it is long. */
export function quote(text: string): string {
  return `"${oneLine(text, longest)}"`;
}
