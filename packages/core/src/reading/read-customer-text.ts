import { type JsonPointer, pointerSet } from '../customer/json.ts';
import { collectIssues } from '../rules/issue-collector.ts';
import type { Issue, IssueCode } from '../rules/rules.ts';
import type { JsonLimits } from './json-limits.ts';
import { type JsonText, readJsonText } from './json-text.ts';
import { type ReadCustomer, readCustomer } from './read-customer.ts';
import { oneOfEach, resolveVariables, type VariableSource } from './variables.ts';

/** JSON text after reading it as one customer; `json` maps the path of each issue to its place in the text. */
export interface ReadCustomerText extends ReadCustomer {
  readonly json: JsonText;
}

/** Reads JSON text as one customer. Never throws; see `readJsonText` and `readCustomer`. */
export function readCustomerText(text: string, limits?: Partial<JsonLimits>): ReadCustomerText {
  return readCustomerJson(readJsonText(text, limits));
}

/**
 * The same for text that was parsed. With a source of values, variables in its texts are replaced, each by one value; without,
 * they stay, and are an issue.
 */
export function readCustomerJson(json: JsonText, source?: VariableSource): ReadCustomerText {
  const { value } = json;
  if (value === undefined) return { json, draft: {}, issues: json.issues };
  const values = source && json.text.includes('{{') ? oneOfEach(source) : undefined;
  const { draft, issues, asTyped } = readCustomer(values ? resolveVariables(value, values.source) : value);
  const isUsed = values && Object.keys(values.used).length > 0;
  return {
    json,
    draft,
    issues: mergeTextIssues(json.issues, issues, (path) => sourceAt(json, path)),
    ...(asTyped ? { asTyped } : {}),
    ...(isUsed ? { variables: { values: values.used, written: readCustomer(value).draft } } : {}),
  };
}

/** Merges the issues of a text and of its value: none twice, none for what is not sent, numbers as they were written. */
export function mergeTextIssues(
  ofText: readonly Issue[],
  ofValue: readonly Issue[],
  sourceOf: (path: JsonPointer) => string | undefined = () => undefined,
): Issue[] {
  if (ofText.length === 0 && ofValue.length === 0) return [];
  const unsent = placesOf(ofValue, 'unknown-field', 'read-only-field');
  const inText = ofText.filter(({ code, path }) => code !== 'inexact-number' || !unsent.covers(path));
  // The text has the number as it was written, so its issue is better than the value's.
  const rounded = placesOf(inText, 'inexact-number');
  const inValue = ofValue.filter(({ code, path }) => code !== 'inexact-number' || !rounded.covers(path));
  const issues = collectIssues<Issue>();
  for (const issue of [...inText, ...inValue]) {
    if (issue.code !== 'number-as-text') issues.add(issue);
    else issues.add({ ...issue, written: sourceOf(issue.path) ?? issue.written });
  }
  return issues.list();
}

/** The text of a value as it was written. */
export function sourceAt({ text, rangeOf }: JsonText, path: JsonPointer): string {
  const { offset, length } = rangeOf(path);
  return text.slice(offset, offset + length);
}

function placesOf(issues: readonly Issue[], ...codes: readonly IssueCode[]) {
  return pointerSet(issues.filter(({ code }) => codes.includes(code)).map(({ path }) => path));
}
