import { type ReportError, readJsonObject, symfonyMessages } from '../request/validation.ts';
import type { ErrorEntry } from '../responses.ts';
import type { StoredCustomer } from '../store/customer.ts';
import type { CustomerStore } from '../store/customer-store.ts';
import { type Filter, readFilter, toNumber } from './filters.ts';

/** The value to sort by; null for a customer without one. */
type SortKey = (customer: StoredCustomer) => string | number | null;

/** `customers.firstSeen` and `customers.lastSeen` are documented; the others are our choice. */
const sortKeys: ReadonlyMap<unknown, SortKey> = new Map<string, SortKey>([
  ['customers.id', ({ id }) => id],
  ['customers.name', ({ name }) => name],
  ['customers.email', ({ email }) => email],
  ['customers.firstSeen', ({ firstSeen }) => toNumber(firstSeen)],
  ['customers.lastSeen', ({ lastSeen }) => toNumber(lastSeen)],
]);

interface Search {
  readonly filters: readonly Filter[];
  /** Filters are joined by OR instead of AND. */
  readonly isOr: boolean;
  readonly sortBy: SortKey;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

export type ReadSearchResult =
  | { readonly ok: true; readonly search: Search }
  | { readonly ok: false; readonly errors: readonly ErrorEntry[] };

/** Source: our choice; no page names one. */
const defaultLimit = 100;

/**
 * Reads `{filter, comparison?, sort?, order?, limit?, offset?}`.
 *
 * Source: documented. The defaults are our choice: all customers, joined by AND, by ascending id, the first 100.
 *
 * @param maxFilters a search with more is refused; HelpCrunch's limit is not known
 */
export function readSearch(body: string, maxFilters: number): ReadSearchResult {
  const read = readJsonObject(body);
  if (!read.ok) {
    return { ok: false, errors: [{ code: 'search', message: read.message }] };
  }
  const { filter, comparison, sort, order, limit, offset } = read.value;
  const errors: ErrorEntry[] = [];
  const report: ReportError = (code, message) => errors.push({ code, message });
  const filters = readFilters(filter ?? [], maxFilters, report);
  const isOr = readChoice(comparison ?? 'AND', ['AND', 'OR'], 'comparison', report) === 'OR';
  const sortBy = sortKeys.get(sort ?? 'customers.id');
  if (sortBy === undefined) {
    report('sort', symfonyMessages.choice);
  }
  const search: Search = {
    filters,
    isOr,
    sortBy: sortBy ?? (({ id }) => id),
    descending: readChoice(order ?? 'ASC', ['ASC', 'DESC'], 'order', report) === 'DESC',
    limit: readCount(limit ?? defaultLimit, 1, 'limit', report),
    offset: readCount(offset ?? 0, 0, 'offset', report),
  };
  return errors.length === 0 ? { ok: true, search } : { ok: false, errors };
}

function readFilters(filters: unknown, maxFilters: number, report: ReportError): readonly Filter[] {
  if (!Array.isArray(filters)) {
    report('filter', symfonyMessages.type('array'));
    return [];
  }
  if (filters.length > maxFilters) {
    report('filter', symfonyMessages.tooMany(maxFilters));
  }
  return filters.flatMap((filter, index) => readFilter(filter, `filter[${index}]`, report) ?? []);
}

/** The documentation's examples have both "DESC" and "desc". */
function readChoice(
  value: unknown,
  choices: readonly string[],
  path: string,
  report: ReportError,
): string | undefined {
  const choice = choices.find((name) => typeof value === 'string' && name === value.toUpperCase());
  if (choice === undefined) {
    report(path, symfonyMessages.choice);
  }
  return choice;
}

function readCount(value: unknown, min: 0 | 1, path: string, report: ReportError): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    report(path, symfonyMessages.type('integer'));
    return min;
  }
  if (value < min) {
    report(path, min === 1 ? symfonyMessages.positive : symfonyMessages.positiveOrZero);
  }
  return value;
}

/** `total` counts all matches, `data` is one page of them. */
export function searchCustomers(store: CustomerStore, search: Search) {
  const { sortBy, descending, limit, offset } = search;
  const found = findMatches(store, search).sort(compareBy(sortBy, descending));
  return { data: found.slice(offset, offset + limit), total: found.length };
}

/** By an index where one has all matches, else by looking at every customer. */
function findMatches(store: CustomerStore, { filters, isOr }: Search): StoredCustomer[] {
  // An empty OR would match no customer, but a search without filters returns all of them.
  if (isOr && filters.length > 0) {
    return filters.every(({ find }) => find !== undefined)
      ? [...new Set(filters.flatMap(({ find }) => find?.(store) ?? []))]
      : store.all.filter((customer) => filters.some(({ matches }) => matches(customer)));
  }
  const find = filters.find((filter) => filter.find !== undefined)?.find;
  return (find?.(store) ?? store.all).filter((customer) => filters.every(({ matches }) => matches(customer)));
}

/** Customers without a value come last in both directions: our choice. */
function compareBy(key: SortKey, descending: boolean) {
  return (left: StoredCustomer, right: StoredCustomer): number => {
    const [a, b] = [key(left), key(right)];
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null);
    }
    const order = Number(a > b) - Number(a < b);
    return descending ? -order : order;
  };
}
