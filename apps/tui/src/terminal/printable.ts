import { stripVTControlCharacters } from 'node:util';
import { terminalControls } from '@helpcrunch-customer-kit/core';

/** Text that is safe to show in a terminal, on one line: line breaks and tabs become blanks. */
export function printable(text: string): string {
  return stripControls(onOneLine(text)).replaceAll('\n', ' ');
}

/** Line breaks and tabs become blanks. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ');
}

/**
 * Takes out what can make a terminal show something that is not there: escape sequences, control characters, and the
 * marks that turn the direction of text. Line breaks stay.
 */
export function stripControls(text: string): string {
  return stripVTControlCharacters(text).replaceAll(terminalControls, (character) =>
    character === '\n' ? character : '',
  );
}

/** The same text with a dot for each character that a terminal would obey, so that offsets stay what they are. */
export function markControls(text: string): string {
  return text.replaceAll(terminalControls, '·');
}
