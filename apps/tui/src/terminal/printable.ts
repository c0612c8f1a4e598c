import { stripControls } from '../input/clean-input.ts';

/** Text that is safe to show in a terminal, on one line: line breaks and tabs become blanks. */
export function printable(text: string): string {
  return stripControls(text.replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ')).replaceAll('\n', ' ');
}
