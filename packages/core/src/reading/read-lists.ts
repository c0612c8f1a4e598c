import type { CustomDataDraft, CustomDataEntryDraft, CustomDataValue, TagDraft } from '../customer/draft.ts';
import { trimmed } from '../customer/invisible.ts';
import { isJsonObject, type JsonObject, type JsonPointer, jsonKind, toPointer } from '../customer/json.ts';
import { closestWord } from '../rules/closest-word.ts';
import { forbiddenKey, inexactNumber, nestedCustomValue } from '../rules/custom-data-rules.ts';
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
function unknownPart(key: string, path: JsonPointer, known: readonly string[]): Issue {
  if (key === '__proto__') return forbiddenKey.at(path, { key });
  // Responses may number the parts of a customer; HelpCrunch assigns these numbers.
  if (key === 'id') return readOnlyField.at(path, { key });
  const name = key.toLowerCase();
  const meant = known.find((part) => otherPartNames[part]?.includes(name));
  const suggestion = meant ?? (key.length > 20 ? undefined : closestWord(name, known, 2));
  return unknownField.at(path, { key, suggestion });
}

/** Reads the list of tags. A tag that cannot be read keeps its place, empty, so that later ones keep their index. */
export const readTags: Reader<readonly TagDraft[]> = (value, path, report) => {
  if (isBlank(value)) return undefined;
  if (!Array.isArray(value)) {
    report(wrongType.at(path(), { expected: ['list'], got: jsonKind(value) }));
    return undefined;
  }
  // Not `map`, which keeps holes, and no rule expects one.
  return Array.from(value, (tag: unknown, index): TagDraft => {
    const tagPath = () => path() + toPointer([index]);
    if (isJsonObject(tag)) return readTag(tag, tagPath, report);
    report(wrongType.at(tagPath(), { expected: ['object'], got: jsonKind(tag) }));
    return {};
  });
};

/** A cell of a table without a list becomes an empty text: nothing is left out. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' && trimmed(value) === '';
}

function readTag(tag: JsonObject, path: PathOf, report: Report): TagDraft {
  const parts: { name?: string; color?: string } = {};
  for (const [key, value] of Object.entries(tag)) {
    const partPath = () => path() + toPointer([key]);
    if (key !== 'name' && key !== 'color') report(unknownPart(key, partPath(), ['name', 'color']));
    else if (value !== null && value !== undefined) {
      const text = readText(value, partPath, report);
      if (text !== undefined) parts[key] = text;
    }
  }
  return parts;
}

/** Reads custom data in either form. An entry that cannot be read keeps its place, as a tag does. */
export const readCustomData: Reader<CustomDataDraft> = (value, path, report) => {
  if (isBlank(value)) return undefined;
  if (isJsonObject(value)) return readMap(value, path, report);
  if (Array.isArray(value)) {
    return Array.from(value, (entry: unknown, index) =>
      readEntry(entry, () => path() + toPointer([index]), report),
    );
  }
  report(wrongType.at(path(), { expected: ['object', 'list'], got: jsonKind(value) }));
  return undefined;
};

function readMap(map: JsonObject, path: PathOf, report: Report): Record<string, CustomDataValue> {
  const read: Record<string, CustomDataValue> = {};
  for (const [key, value] of Object.entries(map)) {
    const valuePath = () => path() + toPointer([key]);
    if (key === '__proto__') report(forbiddenKey.at(valuePath(), { key }));
    else {
      const scalar = readScalar(value, valuePath, report);
      if (scalar !== undefined) read[key] = scalar;
    }
  }
  return read;
}

function readEntry(entry: unknown, path: PathOf, report: Report): CustomDataEntryDraft {
  if (!isJsonObject(entry)) {
    report(wrongType.at(path(), { expected: ['object'], got: jsonKind(entry) }));
    return {};
  }
  const parts: { property?: string; value?: CustomDataValue } = {};
  for (const [key, part] of Object.entries(entry)) {
    const partPath = () => path() + toPointer([key]);
    if (key === 'value') {
      const value = readScalar(part, partPath, report);
      if (value !== undefined) parts.value = value;
    } else if (key !== 'property') {
      report(unknownPart(key, partPath(), ['property', 'value']));
    } else if (part !== null && part !== undefined) {
      const property = readText(part, partPath, report);
      if (property !== undefined) parts.property = property;
    }
  }
  return parts;
}

const readScalar: Reader<CustomDataValue> = (value, path, report) => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  report(nestedCustomValue.at(path(), { got: jsonKind(value) }));
  return undefined;
};
