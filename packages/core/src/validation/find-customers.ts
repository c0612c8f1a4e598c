import { customerField } from '../customer/customer-fields.ts';
import { type JsonPointer, toPointer } from '../customer/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../customer/json-value.ts';

/** A customer inside a larger JSON value. */
export interface FoundCustomer {
  readonly path: JsonPointer;
  readonly value: JsonObject;
}

/** Levels below which no one keeps customers, and how many anyone chooses from. */
const deepest = 4;
const most = 1000;

/**
 * The customers in a value: the value itself when it has a field of a customer, else the objects in its lists and
 * properties that have one. In a list that is the value itself, every object counts. Empty when there are none.
 */
export function findCustomers(value: JsonValue): FoundCustomer[] {
  const found = [...customersIn(value, [])];
  if (found.length > 0 || !Array.isArray(value)) return found.slice(0, most);
  return value
    .flatMap((item: JsonValue, index) =>
      isJsonObject(item) ? [{ path: toPointer([index]), value: item }] : [],
    )
    .slice(0, most);
}

function* customersIn(value: JsonValue, path: readonly (string | number)[]): Generator<FoundCustomer> {
  if (path.length > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* customersIn(item, [...path, index]);
  } else if (isJsonObject(value)) {
    if (Object.keys(value).some((key) => customerField(key))) yield { path: toPointer(path), value };
    else {
      for (const [key, item] of Object.entries(value)) yield* customersIn(item ?? null, [...path, key]);
    }
  }
}
