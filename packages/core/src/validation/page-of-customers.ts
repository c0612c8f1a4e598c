import { customerField } from '../customer/customer-fields.ts';
import { isJsonObject, type JsonObject } from '../customer/json-value.ts';

/** The customers of a page as lists and searches answer it, `{data: […], total}` (documented). */
export function pageOfCustomers(input: JsonObject): readonly JsonObject[] | undefined {
  const { data } = input;
  const hasFields = Object.keys(input).some((key) => customerField(key));
  return Array.isArray(data) && data.every(isJsonObject) && !hasFields ? data : undefined;
}
