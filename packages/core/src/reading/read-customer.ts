import type { CustomerDraft } from '../customer/draft.ts';
import {
  type CustomerFieldKey,
  type CustomerFieldRow,
  customerField,
  readOnlyFields,
} from '../customer/fields.ts';
import { trimmed } from '../customer/invisible.ts';
import { isJsonObject, type JsonObject, jsonKind, toPointer } from '../customer/json.ts';
import { forbiddenKey } from '../rules/custom-data-rules.ts';
import { listOfCustomers, notAnObject, readOnlyField, unknownField } from '../rules/customer-rules.ts';
import { collectIssues } from '../rules/issue-collector.ts';
import type { Issue } from '../rules/rules.ts';
import { pageOfCustomers } from './find-customers.ts';
import { type Report, readCustomData, readDateValue, readDigits, readTags, readText } from './read-lists.ts';
import { suggestField } from './suggest-field.ts';
import type { VariableValues } from './variables.ts';

/** A value after reading it as a customer: everything that could be read, and the issues of the rest. */
export interface ReadCustomer {
  readonly draft: CustomerDraft;
  readonly issues: readonly Issue[];
  /**
   * Values in another form than their field's that a person could have typed, as they would type them: tags as one text, a
   * list of texts, a number as a name. For a face that lets its user correct them; they are not in the draft.
   */
  readonly asTyped?: Readonly<Partial<Record<CustomerFieldKey, string>>>;
  /** Where the text has variables: their values, which the draft has, and the draft as it was written. */
  readonly variables?: { readonly values: VariableValues; readonly written: CustomerDraft };
}

/**
 * Reads any value as one customer: hand-written JSON, the form of a request, or a customer copied from a response. Never
 * throws. `null` counts as left out; a wrong type, an unknown or a read-only field is reported and left out.
 */
export function readCustomer(input: unknown): ReadCustomer {
  if (Array.isArray(input)) {
    return { draft: {}, issues: [listOfCustomers.at('', { count: input.length })] };
  }
  if (!isJsonObject(input)) return { draft: {}, issues: [notAnObject.at('', { got: jsonKind(input) })] };
  const page = pageOfCustomers(input);
  if (page) return { draft: {}, issues: [listOfCustomers.at('/data', { count: page.length })] };
  return readFields(input);
}

function readFields(input: JsonObject): ReadCustomer {
  const issues = collectIssues<Issue>();
  const draft: Record<string, unknown> = {};
  let asTyped: ReadCustomer['asTyped'];
  for (const [key, value] of Object.entries(input)) {
    const field = customerField(key);
    if (!field) {
      const issue = unknownKeyIssue(key);
      if (issue) issues.add(issue);
    } else if (value !== null && value !== undefined) {
      const read = readField(field, value, issues.add);
      if (read !== undefined) draft[key] = read;
      const text =
        read === undefined ? typedText(value) : field.kind === 'tags' ? typedList(value) : undefined;
      // A text alone is not an attribute, which is typed as a property and a value.
      if (text && field.kind !== 'custom-data') asTyped = { ...asTyped, [key]: text };
    }
  }
  return { draft, issues: issues.list(), ...(asTyped ? { asTyped } : {}) };
}

/** What a person would type for a text or a number. */
function typedText(value: unknown): string | undefined {
  // Past 2^53 a number may have lost digits.
  const isNumber = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return typeof value === 'string' || isNumber ? trimmed(String(value)) : undefined;
}

/** The same for tags that are a list of texts. */
function typedList(values: unknown): string | undefined {
  if (!Array.isArray(values) || values.some((value) => typeof value === 'object')) return undefined;
  const texts = values.map(typedText);
  return texts.some((text) => text === undefined || text.includes(',')) ? undefined : texts.join(', ');
}

function readField({ key, kind, acceptsDigits }: CustomerFieldRow, value: unknown, report: Report) {
  const path = () => toPointer([key]);
  switch (kind) {
    case 'date':
      return readDateValue(value, path, report);
    case 'tags':
      return readTags(value, path, report);
    case 'custom-data':
      return readCustomData(value, path, report);
    default:
      return (acceptsDigits ? readDigits : readText)(value, path, report);
  }
}

function unknownKeyIssue(key: string): Issue | undefined {
  const path = toPointer([key]);
  if (key === '$schema') return undefined;
  if (key === '__proto__') return forbiddenKey.at(path, { key });
  if (readOnlyFields.has(key)) return readOnlyField.at(path, { key });
  return unknownField.at(path, { key, suggestion: suggestField(key) });
}
