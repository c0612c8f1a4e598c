import type { JsonPointer } from '../customer/json-pointer.ts';
import type { ReadingIssue } from './reading-issues.ts';

export type Report = (issue: ReadingIssue) => void;

/** Reads one part of the input: reports what is wrong with it, and returns what could be read, if anything. */
export type Reader<Value> = (value: unknown, path: JsonPointer, report: Report) => Value | undefined;
