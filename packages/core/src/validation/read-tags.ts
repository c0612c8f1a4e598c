import type { TagDraft } from '../customer/customer-draft.ts';
import { type JsonPointer, toPointer } from '../customer/json-pointer.ts';
import { isJsonObject, type JsonObject, jsonKind } from '../customer/json-value.ts';
import { readText } from './read-text.ts';
import type { Reader, Report } from './reader.ts';
import { readingIssues } from './reading-issues.ts';
import { strangePart } from './strange-part.ts';

/** Reads the list of tags. A tag that cannot be read keeps its place, empty, so that later ones keep their index. */
export const readTags: Reader<readonly TagDraft[]> = (value, path, report) => {
  if (!Array.isArray(value)) {
    report(readingIssues.wrongType(path, { expected: ['list'], got: jsonKind(value) }));
    return undefined;
  }
  // Not `map`, which keeps holes, and no rule expects one.
  return Array.from(value, (tag: unknown, index): TagDraft => {
    const tagPath = path + toPointer([index]);
    if (isJsonObject(tag)) return readTag(tag, tagPath, report);
    report(readingIssues.wrongType(tagPath, { expected: ['object'], got: jsonKind(tag) }));
    return {};
  });
};

function readTag(tag: JsonObject, path: JsonPointer, report: Report): TagDraft {
  const parts: { name?: string; color?: string } = {};
  for (const [key, value] of Object.entries(tag)) {
    const partPath = path + toPointer([key]);
    if (key !== 'name' && key !== 'color') report(strangePart(key, partPath, ['name', 'color']));
    else if (value !== null && value !== undefined) {
      const text = readText(value, partPath, report);
      if (text !== undefined) parts[key] = text;
    }
  }
  return parts;
}
