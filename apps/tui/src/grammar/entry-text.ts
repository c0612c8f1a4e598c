import type { CustomDataEntryDraft, CustomDataValue } from '@helpcrunch-customer-kit/core';

/**
 * Reads a custom attribute as people type it: `plan = pro`, `seats = 12`, `trial = no`, `zip = "01234"`. A value in
 * double quotes is always text; without an equals sign there is a property and no value yet.
 */
export function readEntry(text: string): CustomDataEntryDraft {
  const equals = text.indexOf('=');
  if (equals === -1) return { property: text.trim() };
  return { property: text.slice(0, equals).trim(), value: readValue(text.slice(equals + 1).trim()) };
}

function readValue(text: string): CustomDataValue {
  if (/^".*"$/s.test(text) && text.length > 1) return text.slice(1, -1);
  if (/^(?:true|yes)$/i.test(text)) return true;
  if (/^(?:false|no)$/i.test(text)) return false;
  return isPlainNumber(text) ? Number(text) : text;
}

/** A number only if it prints as it was typed: `007`, `1.50` and 20 digits are text, as phone codes and ids are. */
function isPlainNumber(text: string): boolean {
  return text !== '' && String(Number(text)) === text && Number.isFinite(Number(text));
}

/** A custom attribute as it was, or could have been, typed. */
export function entryText({ property = '', value }: CustomDataEntryDraft): string {
  return value === undefined ? property : `${property} = ${valueText(value)}`;
}

function valueText(value: CustomDataValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  // Text that would be read back as something else wears quotes.
  return typeof value === 'string' && readValue(value) !== value ? `"${value}"` : String(value);
}

/** What a value is, in a word. */
export function valueKind(value: CustomDataValue | undefined): string {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yes/no';
  return value === undefined ? 'no value' : 'text';
}
