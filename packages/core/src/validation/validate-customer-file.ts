import type { CustomerDraft } from '../customer/customer-draft.ts';
import { isWithin, type JsonPointer, pointerSegments, toPointer } from '../customer/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../customer/json-value.ts';
import { customerPlaces } from './customer-places.ts';
import type { JsonText } from './json-text.ts';
import { listRules } from './list-rules.ts';
import { mergeTextIssues } from './merge-text-issues.ts';
import { readCustomer } from './read-customer.ts';
import { type ReadingIssue, readingIssues } from './reading-issues.ts';
import type { JudgeContext } from './rule-context.ts';
import { type LocalIssue, validateCustomer } from './validate-customer.ts';

/** A customer in a file. The paths of its issues begin at the customer; it stands at `path` in the file. */
export interface JudgedCustomer {
  readonly path: JsonPointer;
  readonly draft: CustomerDraft;
  readonly issues: readonly LocalIssue[];
}

/** Customers as they were judged by themselves, by their text. */
export type FileMemory = ReadonlyMap<string, Omit<JudgedCustomer, 'path'>>;

export interface JudgedFile {
  readonly customers: readonly JudgedCustomer[];
  /** To be given along with the next version of the file. */
  readonly memory: FileMemory;
  /** What is wrong with the file rather than with a customer in it. */
  readonly issues: readonly LocalIssue[];
}

/** A file of the largest size holds two million of the smallest customers, and no one keeps so many in one. */
const mostCustomers = 50_000;

/**
 * Judges all of a file that keeps customers: one, a list, or a page as searches answer it. Each customer is judged by
 * itself, then the list as a whole. Text that is no JSON has that one issue and no customers. With the memory of an
 * earlier version only those customers are judged whose text is new.
 */
export function validateCustomerFile(
  json: JsonText,
  context: Omit<JudgeContext, 'inFile'>,
  earlier?: FileMemory,
): JudgedFile {
  const { value } = json;
  if (value === undefined) return { customers: [], issues: json.issues, memory: earlier ?? new Map() };
  const all = customerPlaces(value);
  const places = all.slice(0, mostCustomers);
  const { ofCustomer, ofFile } = shareOut(json.issues, places);
  const memory = new Map<string, Omit<JudgedCustomer, 'path'>>();
  const customers = places.map((path) => {
    const { offset, length } = json.rangeOf(path);
    const text = json.text.slice(offset, offset + length);
    const judged = earlier?.get(text) ?? judge(valueAt(value, path), ofCustomer.get(path) ?? []);
    memory.set(text, judged);
    return { path, draft: judged.draft, issues: [...judged.issues] };
  });
  for (const rule of listRules) {
    for (const { index, issue } of rule(customers)) customers[index]?.issues.push(issue);
  }
  if (all.length > places.length) {
    ofFile.push(readingIssues.manyCustomers('', { count: all.length, limit: mostCustomers }));
  }
  return { customers, issues: ofFile, memory };

  function judge(customer: unknown, ofText: readonly ReadingIssue[]) {
    const { draft, issues } = readCustomer(customer);
    const read = { draft, issues: mergeTextIssues(ofText, issues) };
    return { draft, issues: validateCustomer(read, { ...context, inFile: true }) };
  }
}

/** Each issue of the text goes to the customer that it stands in, its path cut to begin there. */
function shareOut(issues: readonly ReadingIssue[], places: readonly JsonPointer[]) {
  const ofCustomer = new Map<JsonPointer, ReadingIssue[]>(places.map((place) => [place, []]));
  const ofFile: ReadingIssue[] = [];
  for (const issue of issues) {
    const place = [0, 1, 2]
      .map((length) => toPointer(pointerSegments(issue.path).slice(0, length)))
      .find((start) => ofCustomer.has(start) && isWithin(issue.path, start));
    if (place === undefined) ofFile.push(issue);
    // Only issues of the whole text have a fixed path, and those come without a value to judge.
    else ofCustomer.get(place)?.push({ ...issue, path: issue.path.slice(place.length) } as ReadingIssue);
  }
  return { ofCustomer, ofFile };
}

function valueAt(value: JsonValue, path: JsonPointer): JsonValue | undefined {
  return pointerSegments(path).reduce<JsonValue | undefined>((part, segment) => {
    if (Array.isArray(part)) return part[Number(segment)];
    return part !== undefined && isJsonObject(part) ? part[segment] : undefined;
  }, value);
}
