import { isRecord, type ReportError, symfonyMessages } from '../request/validation.ts';
import type { StoredCustomer } from '../store/customer.ts';
import type { CustomerStore, IndexedField } from '../store/customer-store.ts';

export interface Filter {
  readonly matches: (customer: StoredCustomer) => boolean;
  /** All matches, from an index; undefined where there is none. */
  readonly find?: (store: CustomerStore) => readonly StoredCustomer[];
}

/** A searchable field; its kind decides which operators and values it takes. Source: documented. */
type SearchField =
  | {
      readonly kind: 'text';
      readonly read: (customer: StoredCustomer) => string | null;
      readonly index?: IndexedField;
    }
  | { readonly kind: 'number'; readonly read: (customer: StoredCustomer) => number | null }
  | { readonly kind: 'tags'; readonly read: (customer: StoredCustomer) => readonly string[] };

/** Source: documented, the messenger ids by the newest pages only. */
const searchFields: ReadonlyMap<unknown, SearchField> = new Map<string, SearchField>([
  ['customers.id', { kind: 'number', read: ({ id }) => id }],
  ['customers.telegramId', messengerId('telegram')],
  ['customers.facebookId', messengerId('facebook')],
  ['customers.instagramId', messengerId('instagram')],
  ['customers.viberId', messengerId('viber')],
  ['customers.whatsappId', messengerId('whatsapp')],
  ['customers.name', { kind: 'text', read: ({ name }) => name }],
  ['customers.email', { kind: 'text', read: ({ email }) => email, index: 'email' }],
  ['customers.company', { kind: 'text', read: ({ company }) => company }],
  ['customers.phone', { kind: 'text', read: ({ phone }) => phone }],
  ['customers.countryCode', { kind: 'text', read: ({ location }) => location.countryCode }],
  ['customers.city', { kind: 'text', read: ({ location }) => location.city }],
  ['customers.regionCode', { kind: 'text', read: ({ location }) => location.regionCode }],
  ['customers.tagsData', { kind: 'tags', read: ({ tags }) => tags.map(({ name }) => name) }],
  ['customers.lastSeen', { kind: 'number', read: ({ lastSeen }) => toNumber(lastSeen) }],
  ['customers.userId', { kind: 'text', read: ({ userId }) => userId, index: 'userId' }],
]);

/** The id of a person in a messenger. That `integrationId` holds it is a guess. */
function messengerId(messenger: string): SearchField {
  return {
    kind: 'text',
    read: ({ createdFrom, integrationId }) => (createdFrom === messenger ? integrationId : null),
  };
}

/** A date as a number, so that dates compare as dates. */
export function toNumber(date: string | null): number | null {
  return date === null ? null : Number(date);
}

type Operators<Stored, Value> = Readonly<Record<string, (stored: Stored, value: Value) => boolean>>;

/** Which of these are case-sensitive is our choice. */
const textOperators: Operators<string | null, string> = {
  '=': (stored, value) => stored === value,
  '!=': (stored, value) => stored !== value,
  '~': contains,
  '!~': (stored, value) => !contains(stored, value),
};

/** For numbers and dates. A customer without the value matches `!=` only: our choice. */
const numberOperators: Operators<number | null, number> = {
  '=': (stored, value) => stored === value,
  '!=': (stored, value) => stored !== value,
  '>': (stored, value) => stored !== null && stored > value,
  '<': (stored, value) => stored !== null && stored < value,
  '>=': (stored, value) => stored !== null && stored >= value,
  '<=': (stored, value) => stored !== null && stored <= value,
};

/** Only `=` is documented for lists: the customer has all of these tags. */
const tagOperators: Operators<readonly string[], readonly string[]> = {
  '=': (stored, value) => value.every((name) => stored.includes(name)),
};

function contains(stored: string | null, value: string): boolean {
  return stored?.toLowerCase().includes(value.toLowerCase()) ?? false;
}

/**
 * Reads `{field, operator, value}`. A value must fit its field, "otherwise the query will fail" (documented).
 *
 * @returns undefined after an error, which is reported.
 */
export function readFilter(filter: unknown, path: string, report: ReportError): Filter | undefined {
  if (!isRecord(filter)) {
    report(path, symfonyMessages.type('object'));
    return undefined;
  }
  const field = searchFields.get(filter['field']);
  if (field === undefined) {
    report(`${path}.field`, filter['field'] === undefined ? symfonyMessages.missing : symfonyMessages.choice);
    return undefined;
  }
  const { operator, value } = filter;
  switch (field.kind) {
    case 'text': {
      const text = toText(value);
      const read = createFilter(field.read, textOperators, operator, text, 'string', path, report);
      const { index } = field;
      return read && operator === '=' && index !== undefined && text !== undefined
        ? { ...read, find: (store) => store.findBy(index, text) }
        : read;
    }
    case 'number':
      return createFilter(field.read, numberOperators, operator, toDigits(value), 'numeric', path, report);
    case 'tags':
      return createFilter(field.read, tagOperators, operator, toTagNames(value), 'array', path, report);
    default: {
      const unreachable: never = field;
      return unreachable;
    }
  }
}

function createFilter<Stored, Value>(
  read: (customer: StoredCustomer) => Stored,
  operators: Operators<Stored, Value>,
  operator: unknown,
  value: Value | undefined,
  type: 'string' | 'numeric' | 'array',
  path: string,
  report: ReportError,
): Filter | undefined {
  if (typeof operator !== 'string' || !Object.hasOwn(operators, operator)) {
    report(`${path}.operator`, symfonyMessages.choice);
    return undefined;
  }
  if (value === undefined) {
    report(`${path}.value`, symfonyMessages.type(type));
    return undefined;
  }
  const compare = operators[operator];
  return { matches: (customer) => compare?.(read(customer), value) ?? false };
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Ids and dates come as numbers (documented) and as digits (seen). */
function toDigits(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\d+$/.test(value)) {
    return Number(value);
  }
  return typeof value === 'number' ? value : undefined;
}

/** `[{"name": "Lead"}]`. Source: documented. */
function toTagNames(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const names = value.map((tag: unknown) => (isRecord(tag) ? tag['name'] : undefined));
  return names.every((name) => typeof name === 'string') ? names : undefined;
}
