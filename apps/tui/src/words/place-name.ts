import { type CreateCustomerPayload, customerField, pointerSegments } from '@helpcrunch-customer-kit/core';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const parts: Readonly<Record<string, string>> = { color: 'colour' };

/**
 * A place of a customer as people call it: `Name`, `Tags, 2nd: colour`, `Custom data: plan`. Custom attributes are named
 * by their property, which a list's path counts and `payload` knows.
 */
export function placeName(path: string, payload: CreateCustomerPayload = {}): string {
  const [key = '', item, part] = pointerSegments(path);
  const label = customerField(key)?.label ?? `"${key}"`;
  if (item === undefined) return label;
  const index = /^\d+$/.test(item) ? Number(item) : undefined;
  if (key === 'customData') {
    return `${label}: ${(index === undefined ? undefined : payload.customData?.[index]?.property) ?? item}`;
  }
  const place = index === undefined ? item : ordinal(index + 1);
  return `${label}, ${place}${part === undefined ? '' : `: ${parts[part] ?? part}`}`;
}

function ordinal(number: number): string {
  return `${number}${endings[ordinals.select(number)]}`;
}
