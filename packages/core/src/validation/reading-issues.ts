import type { JsonPointer } from '../customer/json-pointer.ts';
import type { JsonKind } from '../customer/json-value.ts';
import type { MoreFindings } from './issue-collector.ts';

/** What can be wrong while input is still being read, one constructor a kind. */
export const readingIssues = {
  /** `offset` and `length` count UTF-16 units in the untouched text; `problem` is the parser's own code. */
  notJson: (facts: { readonly offset: number; readonly length: number; readonly problem: string }) =>
    ({ code: 'not-json', severity: 'error', path: '', ...facts }) as const,
  tooLarge: (facts: { readonly characters: number; readonly limit: number }) =>
    ({ code: 'too-large', severity: 'error', path: '', ...facts }) as const,
  tooDeep: (facts: { readonly limit: number }) =>
    ({ code: 'too-deep', severity: 'error', path: '', ...facts }) as const,
  duplicateKey: (path: JsonPointer, facts: { readonly key: string }) =>
    ({ code: 'duplicate-key', severity: 'error', path, ...facts }) as const,
  inexactNumber: (path: JsonPointer, facts: { readonly written: string; readonly stored: string }) =>
    ({ code: 'inexact-number', severity: 'error', path, ...facts }) as const,
  notAnObject: (path: JsonPointer, facts: { readonly got: JsonKind }) =>
    ({ code: 'not-an-object', severity: 'error', path, ...facts }) as const,
  listOfCustomers: (path: JsonPointer, facts: { readonly count: number }) =>
    ({ code: 'list-of-customers', severity: 'error', path, ...facts }) as const,
  manyCustomers: (path: JsonPointer, facts: { readonly count: number; readonly limit: number }) =>
    ({ code: 'many-customers', severity: 'advice', path, ...facts }) as const,
  wrongType: (path: JsonPointer, facts: { readonly expected: readonly JsonKind[]; readonly got: JsonKind }) =>
    ({ code: 'wrong-type', severity: 'error', path, ...facts }) as const,
  nestedCustomValue: (path: JsonPointer, facts: { readonly got: JsonKind }) =>
    ({ code: 'nested-custom-value', severity: 'error', path, ...facts }) as const,
  forbiddenKey: (path: JsonPointer, facts: { readonly key: string }) =>
    ({ code: 'forbidden-key', severity: 'error', path, ...facts }) as const,
  unknownField: (
    path: JsonPointer,
    facts: { readonly key: string; readonly suggestion: string | undefined },
  ) => ({ code: 'unknown-field', severity: 'advice', path, ...facts }) as const,
  readOnlyField: (path: JsonPointer, facts: { readonly key: string }) =>
    ({ code: 'read-only-field', severity: 'advice', path, ...facts }) as const,
  numberAsText: (path: JsonPointer, facts: { readonly text: string }) =>
    ({ code: 'number-as-text', severity: 'advice', path, ...facts }) as const,
};

export type ReadingIssue = ReturnType<(typeof readingIssues)[keyof typeof readingIssues]> | MoreFindings;
