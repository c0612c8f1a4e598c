import { setFlagsFromString } from 'node:v8';

/** Characters of open text from which on speed counts for more than memory. */
const largeText = 64 * 1024;

/**
 * Sizes V8's heap for the text that is open, in characters. Every edit makes a tree anew and drops the last one: left
 * alone, a server that needs 75 MB for small files takes 230 on a large machine, and kept small, a large file takes
 * three times as long to judge.
 */
export function fitHeap(characters: number): void {
  const isLarge = characters > largeText;
  setFlagsFromString(isLarge ? '--no-optimize-for-size' : '--optimize-for-size');
  setFlagsFromString(`--semi-space-growth-factor=${isLarge ? 2 : 1}`);
  setFlagsFromString(`--heap-growing-percent=${isLarge ? 50 : 0}`);
}
