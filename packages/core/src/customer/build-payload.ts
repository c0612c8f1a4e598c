import type { CustomerDraft } from './customer-draft.ts';
import { type CustomerFieldKey, customerFields } from './customer-fields.ts';
import type { CreateCustomerPayload } from './customer-payload.ts';
import { payloadCustomData } from './payload-custom-data.ts';
import { payloadTags } from './payload-tags.ts';
import { readDate } from './read-date.ts';

/**
 * Builds the request body from a draft: only the documented request fields, every string trimmed, blank and empty left
 * out, dates as strings of UNIX seconds, custom data as a list. Nothing is invented. Total and idempotent: a date that
 * cannot be read stays as it was written (validation stops it from being sent).
 */
export function buildPayload(draft: CustomerDraft): CreateCustomerPayload {
  const entries = customerFields.map(({ key }) => [key, payloadValue(draft, key)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function payloadValue(draft: CustomerDraft, key: CustomerFieldKey) {
  switch (key) {
    case 'firstSeen':
      return dateValue(draft.firstSeen);
    case 'tags':
      return nonEmpty(payloadTags(draft.tags ?? []).map(({ value }) => value));
    case 'customData':
      return nonEmpty(payloadCustomData(draft.customData ?? []).map(({ value }) => value));
    default:
      return nonEmpty(draft[key]?.trim() ?? '');
  }
}

function dateValue(date: string | number | undefined): string | undefined {
  if (date === undefined) return undefined;
  const reading = readDate(date);
  return reading.kind === 'seconds' ? String(reading.seconds) : nonEmpty(String(date).trim());
}

function nonEmpty<Value extends string | readonly unknown[]>(value: Value): Value | undefined {
  return value.length > 0 ? value : undefined;
}
