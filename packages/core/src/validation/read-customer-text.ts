import type { JsonLimits } from './json-limits.ts';
import { type JsonText, readJsonText } from './json-text.ts';
import { mergeTextIssues } from './merge-text-issues.ts';
import { type ReadCustomer, readCustomer } from './read-customer.ts';

/** JSON text read as one customer, with the way from each issue's path back to its place in the text. */
export interface ReadCustomerText extends ReadCustomer {
  readonly json: JsonText;
}

/** Reads JSON text as one customer. Never throws; see `readJsonText` and `readCustomer`. */
export function readCustomerText(text: string, limits?: Partial<JsonLimits>): ReadCustomerText {
  const json = readJsonText(text, limits);
  if (json.value === undefined) return { json, draft: {}, issues: json.issues };
  const { draft, issues } = readCustomer(json.value);
  return { json, draft, issues: mergeTextIssues(json.issues, issues) };
}
