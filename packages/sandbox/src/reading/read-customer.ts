import type { ErrorEntry } from '../answers/refusal.ts';
import type { NewCustomer } from '../store/customer-store.ts';
import { localeText } from './locale-text.ts';
import { readCustomData } from './read-custom-data.ts';
import { readJsonObject } from './read-json.ts';
import { readTags } from './read-tags.ts';
import { anyText, emailText, readText, secondsText, shortText, type TextCheck } from './read-text.ts';

export type ReadCustomer =
  | { readonly ok: true; readonly customer: NewCustomer }
  | { readonly ok: false; readonly problems: readonly ErrorEntry[] };

/** Every text field of a request, with the rule known for it. Source: documented; 255 characters: seen. */
const textChecks = {
  name: anyText,
  email: emailText,
  userId: anyText,
  company: anyText,
  phone: anyText,
  firstSeen: secondsText,
  source: anyText,
  locale: localeText,
  createdFrom: anyText,
  integrationId: anyText,
  notes: shortText,
} as const satisfies Record<string, TextCheck>;

/**
 * Reads the body of a create. Nothing is required (documented); keys it does not know, the read-only ones of an
 * answer among them, are passed over (our choice).
 */
export function readCustomer(body: string): ReadCustomer {
  const read = readJsonObject(body);
  if (!read.ok) {
    return { ok: false, problems: [{ code: 'customer', message: read.message }] };
  }
  const problems: ErrorEntry[] = [];
  const report = (code: string, message: string) => problems.push({ code, message });
  const text = (field: keyof typeof textChecks) =>
    readText(read.value[field], field, textChecks[field], report);
  const customer: NewCustomer = {
    name: text('name'),
    email: text('email'),
    userId: text('userId'),
    company: text('company'),
    phone: text('phone'),
    firstSeen: text('firstSeen'),
    source: text('source'),
    locale: text('locale'),
    createdFrom: text('createdFrom'),
    integrationId: text('integrationId'),
    notes: text('notes'),
    tags: readTags(read.value['tags'], report),
    customData: readCustomData(read.value['customData'], report),
  };
  return problems.length === 0 ? { ok: true, customer } : { ok: false, problems };
}
