import { type JsonObject, readPaste } from '@helpcrunch-customer-kit/core';

/** The document around a paste. */
export interface PastePlace {
  /** All of it but what the paste replaces. */
  readonly textAround: string;
  /** The blanks at the start of the line that is pasted into. */
  readonly indent: string;
  /** One level of indentation. */
  readonly step: string;
}

/**
 * What to insert for a `curl` command or a response that was pasted: the customer, or the list of them, as a file has it.
 * `undefined` for text that is best pasted as it is.
 */
export function pastedText(pasted: string, { textAround, indent, step }: PastePlace): string | undefined {
  const found = readPaste(pasted);
  if (!found) return undefined;
  const { customers } = found;
  const isAlone = textAround.trim() === '';
  const values: readonly (JsonObject | readonly JsonObject[])[] =
    isAlone && customers.length > 1 ? [customers] : customers;
  return values
    .map((value) => JSON.stringify(value, null, step))
    .join(',\n')
    .replaceAll('\n', `\n${indent}`);
}
