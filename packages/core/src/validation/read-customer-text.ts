import { isWithin } from '../customer/json-pointer.ts';
import type { JsonLimits } from './json-limits.ts';
import { type JsonText, readJsonText } from './json-text.ts';
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
  // The text knows how a number was written, and so says it better than the value does.
  const fresh = issues.filter(
    (issue) => !json.issues.some(({ code, path }) => code === issue.code && isWithin(issue.path, path)),
  );
  return { json, draft, issues: [...json.issues, ...fresh] };
}
