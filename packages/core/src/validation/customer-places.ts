import { type JsonPointer, toPointer } from '../customer/json-pointer.ts';
import { isJsonObject, type JsonValue } from '../customer/json-value.ts';
import { pageOfCustomers } from './page-of-customers.ts';

/**
 * Where the customers of a file stand: the items of a list, those of a page as lists and searches answer it, else the
 * value itself.
 */
export function customerPlaces(value: JsonValue): JsonPointer[] {
  if (Array.isArray(value)) return value.map((_, index) => toPointer([index]));
  const page = isJsonObject(value) ? pageOfCustomers(value) : undefined;
  return page ? page.map((_, index) => toPointer(['data', index])) : [''];
}
