import type { CustomerDraft } from '../customer/draft.ts';
import {
  isJsonObject,
  isWithin,
  type JsonPointer,
  type JsonValue,
  pointerSegments,
  toPointer,
} from '../customer/json.ts';
import { customerPlaces } from '../reading/find-customers.ts';
import type { JsonText } from '../reading/json-text.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { mergeTextIssues, sourceAt } from '../reading/read-customer-text.ts';
import { resolveVariables, type VariableSource } from '../reading/variables.ts';
import { tooManyCustomers } from './json-rules.ts';
import { checkList } from './list-rules.ts';
import type { ValidationContext } from './rule.ts';
import type { Issue } from './rules.ts';
import { validateCustomer } from './validate-customer.ts';

/** A customer in a file, at `path`. The paths of its issues begin at the customer. */
export interface ValidatedCustomer {
  readonly path: JsonPointer;
  readonly draft: CustomerDraft;
  readonly issues: readonly Issue[];
}

/** Validated customers by their text, each validated by itself. */
export type FileMemory = ReadonlyMap<string, Omit<ValidatedCustomer, 'path'>>;

export interface ValidatedFile {
  readonly customers: readonly ValidatedCustomer[];
  /** Pass it along with the next version of the file. */
  readonly memory: FileMemory;
  /** Issues of the file rather than of a customer in it. */
  readonly issues: readonly Issue[];
}

interface FileContext extends Omit<ValidationContext, 'inFile'> {
  /** Values for the variables in its texts; without them, a variable is an issue. */
  readonly variables?: VariableSource | undefined;
}

/** A file of the largest size can hold two million of the smallest customers. */
const maxCustomers = 50_000;

/**
 * Validates a file of customers: one, a list, or a page as searches return it. Each customer is validated by itself, then
 * the list as a whole. Invalid JSON has that one issue and no customers. With the memory of an earlier version, only
 * customers with new text are validated.
 */
export function validateCustomerFile(
  json: JsonText,
  { variables, ...context }: FileContext,
  earlier?: FileMemory,
): ValidatedFile {
  const { value } = json;
  if (value === undefined) return { customers: [], issues: json.issues, memory: earlier ?? new Map() };
  const all = customerPlaces(value);
  const places = all.slice(0, maxCustomers);
  const { ofCustomer, ofFile } = assignIssues(json.issues, places);
  const memory = new Map<string, Omit<ValidatedCustomer, 'path'>>();
  const customers = places.map((path) => {
    const { offset, length } = json.rangeOf(path);
    const text = json.text.slice(offset, offset + length);
    const validated = earlier?.get(text) ?? validate(path, ofCustomer.get(path) ?? []);
    memory.set(text, validated);
    return { path, draft: validated.draft, issues: [...validated.issues] };
  });
  for (const { index, issue } of checkList(customers)) customers[index]?.issues.push(issue);
  if (all.length > places.length) {
    ofFile.push(tooManyCustomers.at('', { count: all.length, limit: maxCustomers }));
  }
  return { customers, issues: ofFile, memory };

  function validate(place: JsonPointer, ofText: readonly Issue[]) {
    const value = valueAt(json.value, place);
    const written = readCustomer(value);
    const resolved =
      variables && value !== undefined && json.text.includes('{{')
        ? resolveVariables(value, variables)
        : undefined;
    const { draft, issues } = resolved === undefined ? written : readCustomer(resolved);
    const read = { draft, issues: mergeTextIssues(ofText, issues, (path) => sourceAt(json, place + path)) };
    return { draft: written.draft, issues: validateCustomer(read, { ...context, inFile: true }) };
  }
}

/** Gives each issue of the text to the customer that it is in, with a path that begins there. */
function assignIssues(issues: readonly Issue[], places: readonly JsonPointer[]) {
  const ofCustomer = new Map<JsonPointer, Issue[]>(places.map((place) => [place, []]));
  const ofFile: Issue[] = [];
  for (const issue of issues) {
    const place = [0, 1, 2]
      .map((length) => toPointer(pointerSegments(issue.path).slice(0, length)))
      .find((start) => ofCustomer.has(start) && isWithin(issue.path, start));
    if (place === undefined) ofFile.push(issue);
    else ofCustomer.get(place)?.push({ ...issue, path: issue.path.slice(place.length) });
  }
  return { ofCustomer, ofFile };
}

function valueAt(value: JsonValue | undefined, path: JsonPointer): JsonValue | undefined {
  return pointerSegments(path).reduce<JsonValue | undefined>((part, segment) => {
    if (Array.isArray(part)) return part[Number(segment)];
    return part !== undefined && isJsonObject(part) ? part[segment] : undefined;
  }, value);
}
