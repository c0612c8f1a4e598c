import type { CreateCustomerPayload } from '../customer/draft.ts';
import { customerField } from '../customer/fields.ts';
import { oneLine } from '../customer/format.ts';
import { pointerSegments } from '../customer/json.ts';

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
