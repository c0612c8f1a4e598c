import type { CustomDataDraft, CustomDataEntryDraft } from '../customer/customer-draft.ts';
import type { CustomDataValue } from '../customer/customer-payload.ts';
import { type JsonPointer, toPointer } from '../customer/json-pointer.ts';
import { isJsonObject, type JsonObject, jsonKind } from '../customer/json-value.ts';
import { readText } from './read-text.ts';
import type { Reader, Report } from './reader.ts';
import { readingIssues } from './reading-issues.ts';
import { strangePart } from './strange-part.ts';

/** Reads custom data in either form. An entry that cannot be read keeps its place, as a tag does. */
export const readCustomData: Reader<CustomDataDraft> = (value, path, report) => {
  if (isJsonObject(value)) return readMap(value, path, report);
  if (Array.isArray(value)) {
    return Array.from(value, (entry: unknown, index) => readEntry(entry, path + toPointer([index]), report));
  }
  report(readingIssues.wrongType(path, { expected: ['object', 'list'], got: jsonKind(value) }));
  return undefined;
};

function readMap(map: JsonObject, path: JsonPointer, report: Report): Record<string, CustomDataValue> {
  const read: Record<string, CustomDataValue> = {};
  for (const [key, value] of Object.entries(map)) {
    const valuePath = path + toPointer([key]);
    if (key === '__proto__') report(readingIssues.forbiddenKey(valuePath, { key }));
    else {
      const scalar = readScalar(value, valuePath, report);
      if (scalar !== undefined) read[key] = scalar;
    }
  }
  return read;
}

function readEntry(entry: unknown, path: JsonPointer, report: Report): CustomDataEntryDraft {
  if (!isJsonObject(entry)) {
    report(readingIssues.wrongType(path, { expected: ['object'], got: jsonKind(entry) }));
    return {};
  }
  const parts: { property?: string; value?: CustomDataValue } = {};
  for (const [key, part] of Object.entries(entry)) {
    const partPath = path + toPointer([key]);
    if (key === 'value') {
      const value = readScalar(part, partPath, report);
      if (value !== undefined) parts.value = value;
    } else if (key !== 'property') {
      report(strangePart(key, partPath, ['property', 'value']));
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
  report(readingIssues.nestedCustomValue(path, { got: jsonKind(value) }));
  return undefined;
};
