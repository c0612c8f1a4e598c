import type { JsonPointer } from '../customer/json-pointer.ts';
import { closestWord } from './closest-word.ts';
import { type ReadingIssue, readingIssues } from './reading-issues.ts';

/** The issue for a key that a tag or a custom attribute does not have. */
export function strangePart(key: string, path: JsonPointer, known: readonly string[]): ReadingIssue {
  if (key === '__proto__') return readingIssues.forbiddenKey(path, { key });
  // Responses may number the parts of a customer; the number is HelpCrunch's to give.
  if (key === 'id') return readingIssues.readOnlyField(path, { key });
  const suggestion = key.length > 20 ? undefined : closestWord(key.toLowerCase(), known, 2);
  return readingIssues.unknownField(path, { key, suggestion });
}
