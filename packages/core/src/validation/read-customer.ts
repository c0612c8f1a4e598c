import type { CustomerDraft } from '../customer/customer-draft.ts';
import { type CustomerFieldRow, customerField } from '../customer/customer-fields.ts';
import { toPointer } from '../customer/json-pointer.ts';
import { isJsonObject, type JsonObject, jsonKind } from '../customer/json-value.ts';
import { readOnlyFields } from '../customer/read-only-fields.ts';
import { collectIssues } from './issue-collector.ts';
import { pageOfCustomers } from './page-of-customers.ts';
import { readCustomData } from './read-custom-data.ts';
import { readDateField } from './read-date-field.ts';
import { readTags } from './read-tags.ts';
import { readDigits, readText } from './read-text.ts';
import type { Report } from './reader.ts';
import { type ReadingIssue, readingIssues } from './reading-issues.ts';
import { suggestField } from './suggest-field.ts';

/** A value read as a customer: all that could be read, and what is wrong with the rest. */
export interface ReadCustomer {
  readonly draft: CustomerDraft;
  readonly issues: readonly ReadingIssue[];
}

/**
 * Reads any value as one customer: hand-written JSON, the wire's form, or a customer copied from a response. Never
 * throws. `null` counts as left out; a wrong type, an unknown or a read-only field is reported and left out.
 */
export function readCustomer(input: unknown): ReadCustomer {
  if (Array.isArray(input)) {
    return { draft: {}, issues: [readingIssues.listOfCustomers('', { count: input.length })] };
  }
  if (!isJsonObject(input)) {
    return { draft: {}, issues: [readingIssues.notAnObject('', { got: jsonKind(input) })] };
  }
  const page = pageOfCustomers(input);
  if (page) return { draft: {}, issues: [readingIssues.listOfCustomers('/data', { count: page.length })] };
  return readFields(input);
}

function readFields(input: JsonObject): ReadCustomer {
  const issues = collectIssues<ReadingIssue>();
  const draft: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    const field = customerField(key);
    if (!field) {
      const issue = strangeKey(key);
      if (issue) issues.add(issue);
    } else if (value !== null && value !== undefined) {
      const read = readField(field, value, issues.add);
      if (read !== undefined) draft[key] = read;
    }
  }
  return { draft, issues: issues.list() };
}

/** Ids and phone numbers are often kept as numbers, and travel as strings. */
const mayBeDigits: ReadonlySet<string> = new Set(['userId', 'phone', 'integrationId']);

function readField(field: CustomerFieldRow, value: unknown, report: Report) {
  const path = toPointer([field.key]);
  switch (field.kind) {
    case 'date':
      return readDateField(value, path, report);
    case 'tags':
      return readTags(value, path, report);
    case 'custom-data':
      return readCustomData(value, path, report);
    default:
      return (mayBeDigits.has(field.key) ? readDigits : readText)(value, path, report);
  }
}

function strangeKey(key: string): ReadingIssue | undefined {
  const path = toPointer([key]);
  if (key === '$schema') return undefined;
  if (key === '__proto__') return readingIssues.forbiddenKey(path, { key });
  if (readOnlyFields.has(key)) return readingIssues.readOnlyField(path, { key });
  return readingIssues.unknownField(path, { key, suggestion: suggestField(key) });
}
