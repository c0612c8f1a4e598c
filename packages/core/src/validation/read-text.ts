import { jsonKind } from '../customer/json-value.ts';
import type { Reader } from './reader.ts';
import { readingIssues } from './reading-issues.ts';

export const readText: Reader<string> = (value, path, report) => {
  if (typeof value === 'string') return value;
  report(readingIssues.wrongType(path, { expected: ['text'], got: jsonKind(value) }));
  return undefined;
};

/**
 * Reads a text that people often keep as a number, an id or a phone: an exact whole number is read as its digits, with
 * advice; one past 2^53 may not be the number that was meant.
 */
export const readDigits: Reader<string> = (value, path, report) => {
  if (!Number.isInteger(value)) return readText(value, path, report);
  const text = String(value);
  if (Number.isSafeInteger(value)) report(readingIssues.numberAsText(path, { text }));
  else report(readingIssues.inexactNumber(path, { written: text, stored: text }));
  return text;
};
