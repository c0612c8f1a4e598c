import { pointerSet } from '../customer/pointer-set.ts';
import type { JsonLimits } from './json-limits.ts';
import { type JsonText, readJsonText } from './json-text.ts';
import { type ReadCustomer, readCustomer } from './read-customer.ts';
import type { ReadingIssue } from './reading-issues.ts';

/** JSON text read as one customer, with the way from each issue's path back to its place in the text. */
export interface ReadCustomerText extends ReadCustomer {
  readonly json: JsonText;
}

/** Reads JSON text as one customer. Never throws; see `readJsonText` and `readCustomer`. */
export function readCustomerText(text: string, limits?: Partial<JsonLimits>): ReadCustomerText {
  const json = readJsonText(text, limits);
  if (json.value === undefined) return { json, draft: {}, issues: json.issues };
  const { draft, issues } = readCustomer(json.value);
  const unsent = placesOf(issues, 'unknown-field', 'read-only-field');
  const inText = json.issues.filter(({ code, path }) => code !== 'inexact-number' || !unsent.covers(path));
  // The text knows how a number was written, and so says it better than the value does.
  const rounded = placesOf(inText, 'inexact-number');
  const inValue = issues.filter(({ code, path }) => code !== 'inexact-number' || !rounded.covers(path));
  return { json, draft, issues: [...inText, ...inValue] };
}

function placesOf(issues: readonly ReadingIssue[], ...codes: readonly ReadingIssue['code'][]) {
  return pointerSet(issues.filter(({ code }) => codes.includes(code)).map(({ path }) => path));
}
