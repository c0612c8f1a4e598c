import { stripVTControlCharacters } from 'node:util';

/**
 * Takes out what can make a terminal show something that is not there: escape sequences, control characters, and the
 * marks that turn the direction of text. Line breaks stay.
 */
export function stripControls(text: string): string {
  return stripVTControlCharacters(text).replaceAll(
    /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    '',
  );
}
