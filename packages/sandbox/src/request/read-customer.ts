import type { ErrorEntry } from '../responses.ts';
import type { CustomValue } from '../store/customer.ts';
import type { NewCustomer, RequestedTag } from '../store/customer-store.ts';
import {
  anyText,
  emailText,
  isRecord,
  localeText,
  type ReportError,
  readJsonObject,
  readName,
  readText,
  secondsText,
  shortText,
  symfonyMessages,
  type TextCheck,
} from './validation.ts';

export type ReadCustomerResult =
  | { readonly ok: true; readonly customer: NewCustomer }
  | { readonly ok: false; readonly errors: readonly ErrorEntry[] };

/** Every text field of a request with its known rule. Source: documented; 255 characters: seen. */
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
 * Reads the body of a create. Nothing is required (documented); unknown keys and the read-only ones of a
 * response are ignored (our choice).
 */
export function readCustomer(body: string): ReadCustomerResult {
  const read = readJsonObject(body);
  if (!read.ok) {
    return { ok: false, errors: [{ code: 'customer', message: read.message }] };
  }
  const errors: ErrorEntry[] = [];
  const report: ReportError = (code, message) => errors.push({ code, message });
  const texts = Object.entries(textChecks).map(([field, check]) => [
    field,
    readText(read.value[field], field, check, report),
  ]);
  const customer: NewCustomer = {
    ...(Object.fromEntries(texts) as Record<keyof typeof textChecks, string | null>),
    tags: readTags(read.value['tags'], report),
    customData: readCustomData(read.value['customData'], report),
  };
  return errors.length === 0 ? { ok: true, customer } : { ok: false, errors };
}

/** `tags`: a list of `{name, color?}`. Any text passes as a color: what HelpCrunch refuses is not known. */
function readTags(value: unknown, report: ReportError): readonly RequestedTag[] {
  return readList(value, 'tags', report, (tag, path) => ({
    name: readName(tag['name'], `${path}.name`, report),
    color: readText(tag['color'], `${path}.color`, anyText, report),
  }));
}

/**
 * `customData`: a list of `{property, value}` in the request, stored as a map. Source: documented.
 *
 * The last value of a property that is listed twice wins: our choice.
 */
function readCustomData(value: unknown, report: ReportError): Readonly<Record<string, CustomValue>> {
  const entries = readList(value, 'customData', report, (entry, path): [string, CustomValue] => [
    readName(entry['property'], `${path}.property`, report),
    readValue(entry['value'], `${path}.value`, report),
  ]);
  // fromEntries defines keys, where assignment would call a setter: `__proto__` is a property like any other.
  return Object.fromEntries(entries);
}

function readList<Item>(
  value: unknown,
  field: string,
  report: ReportError,
  readItem: (item: Readonly<Record<string, unknown>>, path: string) => Item,
): readonly Item[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    report(field, symfonyMessages.type('array'));
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const path = `${field}[${index}]`;
    if (isRecord(item)) {
      return [readItem(item, path)];
    }
    report(path, symfonyMessages.type('object'));
    return [];
  });
}

function readValue(value: unknown, path: string, report: ReportError): CustomValue {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      // JSON.parse reads 1e999 as Infinity, which JSON cannot write.
      if (!Number.isFinite(value)) {
        report(path, symfonyMessages.invalid);
      }
      return value;
    case 'string': {
      const message = shortText(value);
      if (message !== undefined) {
        report(path, message);
      }
      return looksLikeDate(value) ? Number(value) : value;
    }
    default:
      report(
        path,
        value === undefined || value === null ? symfonyMessages.missing : symfonyMessages.type('scalar'),
      );
      return '';
  }
}

/**
 * HelpCrunch knows a date by its registered attribute; the sandbox takes UNIX seconds of the years 1973 to 2286
 * for one. That it comes back as a number is documented, the range is our choice.
 */
function looksLikeDate(text: string): boolean {
  return /^[1-9]\d{8,9}$/.test(text);
}
