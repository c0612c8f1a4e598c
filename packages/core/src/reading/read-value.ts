import { type JsonPointer, jsonKind } from '../customer/json.ts';
import { closestWord } from '../rules/closest-word.ts';
import { forbiddenKey, inexactNumber } from '../rules/custom-data-rules.ts';
import { numberAsText, readOnlyField, unknownField, wrongType } from '../rules/customer-rules.ts';
import type { Issue } from '../rules/rules.ts';

export type Report = (issue: Issue) => void;

/** Reads one part of the input: reports its issues, and returns what could be read, if anything. */
export type Reader<Value> = (value: unknown, path: PathOf, report: Report) => Value | undefined;

/** The place of a part, built only for an issue: most parts have none. */
export type PathOf = () => JsonPointer;

export const readText: Reader<string> = (value, path, report) => {
  if (typeof value === 'string') return value;
  report(wrongType.at(path(), { expected: ['text'], got: jsonKind(value) }));
  return undefined;
};

/**
 * Reads an ID or a phone number, which people often keep as a number: an exact whole number is read as its digits, with
 * advice; one past 2^53 may have lost digits before, so it is left out.
 */
export const readDigits: Reader<string> = (value, path, report) => {
  if (!Number.isInteger(value)) return readText(value, path, report);
  const text = String(value);
  if (Number.isSafeInteger(value)) {
    report(numberAsText.at(path(), { text, written: text }));
    return text;
  }
  report(inexactNumber.at(path(), { written: text, stored: text }));
  return undefined;
};

/** Reads a date as it is written, as text or as a number; the rules decide whether it is a date at all. */
export const readDateValue: Reader<string | number> = (value, path, report) => {
  if (typeof value === 'string' || typeof value === 'number') return value;
  report(wrongType.at(path(), { expected: ['text', 'number'], got: jsonKind(value) }));
  return undefined;
};

/** What other tools call the parts of tags and custom attributes. */
const otherPartNames: Readonly<Record<string, readonly string[]>> = {
  name: ['tag', 'label', 'title'],
  property: ['name', 'key', 'field', 'attribute'],
};

/** The issue of a key that a tag or a custom attribute does not have. */
export function unknownPart(key: string, path: JsonPointer, known: readonly string[]): Issue {
  if (key === '__proto__') return forbiddenKey.at(path, { key });
  // Responses may number the parts of a customer; HelpCrunch assigns these numbers.
  if (key === 'id') return readOnlyField.at(path, { key });
  const name = key.toLowerCase();
  const meant = known.find((part) => otherPartNames[part]?.includes(name));
  const suggestion = meant ?? (key.length > 20 ? undefined : closestWord(name, known, 2));
  return unknownField.at(path, { key, suggestion });
}
