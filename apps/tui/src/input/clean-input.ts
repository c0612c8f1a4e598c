import { stripControls } from '../terminal/printable.ts';

/** Text that came in, and whether something was taken out of it. */
export interface CleanInput {
  readonly text: string;
  readonly stripped: boolean;
}

/**
 * Takes out of typed or pasted text what no customer should hold; see `stripControls`. Line breaks stay where lines
 * are wanted, and become blanks elsewhere.
 */
export function cleanInput(text: string, { lines }: { readonly lines: boolean }): CleanInput {
  // Splitting takes a fifth of the time of `replaceAll` where a paste has millions of tabs or lines.
  const unified = text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\t')
    .join(' ');
  const laidOut = lines ? unified : unified.split(/\n+/).join(' ');
  const clean = stripControls(laidOut);
  return { text: clean, stripped: clean !== laidOut };
}
