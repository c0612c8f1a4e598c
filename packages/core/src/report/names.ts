import type { AnswerComparison } from '../create/compare.ts';
import { customerId } from '../create/duplicate-check.ts';
import type { CreateCustomerPayload } from '../customer/draft.ts';
import { customerField, identityFields } from '../customer/fields.ts';
import { oneLine, quote } from '../customer/format.ts';
import { type JsonObject, type JsonValue, pointerSegments } from '../customer/json.ts';

/**
 * A place in a customer as people name it: `First seen`, `Tag 2, color`, `Custom data "plan"`. A path into a list of
 * custom data counts its entries; `payload` knows their properties.
 */
export function placeName(path: string, payload: CreateCustomerPayload = {}): string {
  const [key, item, part] = pointerSegments(path);
  if (key === undefined) return 'Customer';
  const label = customerField(key)?.label ?? `"${oneLine(key, 40)}"`;
  if (item === undefined) return label;
  const index = /^\d+$/.test(item) ? Number(item) : undefined;
  if (key === 'customData') {
    const property = index === undefined ? item : payload.customData?.[index]?.property;
    return property === undefined ? `${label} ${Number(item) + 1}` : `${label} "${oneLine(property, 40)}"`;
  }
  const place = `${key === 'tags' ? 'Tag' : label} ${index === undefined ? oneLine(item, 40) : index + 1}`;
  return part === undefined ? place : `${place}, ${oneLine(part, 40)}`;
}

/** How a sentence names a customer: by the first field of its identity that it has. */
export function customerName(customer: JsonObject): string {
  for (const { key } of identityFields) {
    const text = customer[key];
    if (typeof text === 'string' && text.trim() !== '') return quote(text);
  }
  return 'a customer without a name';
}

/** A customer found by user ID or email, without repeating that value: name or email, and HelpCrunch's ID. */
export function foundCustomerName(customer: JsonObject, foundBy: 'userId' | 'email'): string {
  const { userId: _known, email, ...others } = customer;
  const id = customerId(customer);
  const name = customerName(foundBy === 'email' ? others : { ...others, email: email ?? null });
  return `${name}${id === undefined ? '' : ` (ID ${oneLine(id, 40)})`}`;
}

/** What HelpCrunch dropped or changed, one sentence each. */
export function differenceMessages(
  { dropped, changed }: AnswerComparison,
  payload: CreateCustomerPayload,
): string[] {
  return [
    ...dropped.map((path) => `${placeName(path, payload)} was sent, but is not in the answer.`),
    ...changed.map(
      ({ path, sent, got }) =>
        `${placeName(path, payload)} was sent as ${shown(sent)}, but came back as ${shown(got)}.`,
    ),
  ];
}

function shown(value: JsonValue): string {
  return oneLine(JSON.stringify(value), 200);
}
