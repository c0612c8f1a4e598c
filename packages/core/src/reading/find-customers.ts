import { customerField } from '../customer/fields.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonPointer,
  type JsonValue,
  toPointer,
} from '../customer/json.ts';

/** A customer inside a larger JSON value. */
export interface FoundCustomer {
  readonly path: JsonPointer;
  readonly value: JsonObject;
}

/** Deeper levels are not searched. */
const maxDepth = 4;
/** More customers than anyone chooses from. */
const maxFound = 1000;

/**
 * The customers in a value: the value itself when it has a field of a customer, otherwise the objects in its lists and
 * properties that have one. In a list that is the value itself, every object counts. Empty when there are none.
 */
export function findCustomers(value: JsonValue): FoundCustomer[] {
  const found = [...customersIn(value, [])];
  if (found.length > 0 || !Array.isArray(value)) return found.slice(0, maxFound);
  return value
    .flatMap((item: JsonValue, index) =>
      isJsonObject(item) ? [{ path: toPointer([index]), value: item }] : [],
    )
    .slice(0, maxFound);
}

function* customersIn(value: JsonValue, path: readonly (string | number)[]): Generator<FoundCustomer> {
  if (path.length > maxDepth) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* customersIn(item, [...path, index]);
  } else if (isJsonObject(value)) {
    if (hasCustomerField(value)) yield { path: toPointer(path), value };
    else {
      for (const [key, item] of Object.entries(value)) yield* customersIn(item ?? null, [...path, key]);
    }
  }
}

/** The places of the customers in a file: the items of a list or of a page, otherwise the value itself. */
export function customerPlaces(value: JsonValue): JsonPointer[] {
  if (Array.isArray(value)) return value.map((_, index) => toPointer([index]));
  const page = isJsonObject(value) ? pageOfCustomers(value) : undefined;
  return page ? page.map((_, index) => toPointer(['data', index])) : [''];
}

/** The customers of a page as lists and searches return it, `{data: […], total}` (documented). */
export function pageOfCustomers(input: JsonObject): readonly JsonObject[] | undefined {
  const { data } = input;
  return Array.isArray(data) && data.every(isJsonObject) && !hasCustomerField(input) ? data : undefined;
}

function hasCustomerField(value: JsonObject): boolean {
  return Object.keys(value).some((key) => customerField(key));
}
