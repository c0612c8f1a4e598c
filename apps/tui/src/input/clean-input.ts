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
  const unified = text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ');
  const laidOut = lines ? unified : unified.replaceAll(/\n+/g, ' ');
  const clean = stripControls(laidOut);
  return { text: clean, stripped: clean !== laidOut };
}
