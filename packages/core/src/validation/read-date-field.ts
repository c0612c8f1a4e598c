import { jsonKind } from '../customer/json-value.ts';
import type { Reader } from './reader.ts';
import { readingIssues } from './reading-issues.ts';

/** Reads a date as it was written, as text or as a number; whether it is a date at all is judged by the rules. */
export const readDateField: Reader<string | number> = (value, path, report) => {
  if (typeof value === 'string' || typeof value === 'number') return value;
  report(readingIssues.wrongType(path, { expected: ['text', 'number'], got: jsonKind(value) }));
  return undefined;
};
