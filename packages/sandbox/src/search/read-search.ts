import type { ErrorEntry } from '../answers/refusal.ts';
import { readJsonObject } from '../reading/read-json.ts';
import type { Report } from '../reading/report.ts';
import { symfonyMessages } from '../reading/symfony-messages.ts';
import { type Matcher, readFilter } from './read-filter.ts';
import { type SortKey, sortKeys } from './sort-customers.ts';

/** A search that can be done. */
interface Search {
  readonly matches: Matcher;
  readonly sortBy: SortKey;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

export type ReadSearch =
  | { readonly ok: true; readonly search: Search }
  | { readonly ok: false; readonly problems: readonly ErrorEntry[] };

/** Source: our choice; no page names one. */
const defaultLimit = 100;

/**
 * Reads `{filter, comparison?, sort?, order?, limit?, offset?}`.
 *
 * Source: documented; that each may be left out, and what then holds, is our choice: all customers, joined by
 * AND, by id upwards, the first hundred.
 */
export function readSearch(body: string): ReadSearch {
  const read = readJsonObject(body);
  if (!read.ok) {
    return { ok: false, problems: [{ code: 'search', message: read.message }] };
  }
  const asked = read.value;
  const problems: ErrorEntry[] = [];
  const report: Report = (code, message) => problems.push({ code, message });
  const matchers = readFilters(asked['filter'] ?? [], report);
  const any = readWord(asked['comparison'] ?? 'AND', ['AND', 'OR'], 'comparison', report) === 'OR';
  const sortBy = sortKeys.get(asked['sort'] ?? 'customers.id');
  if (sortBy === undefined) {
    report('sort', symfonyMessages.choice);
  }
  const search = {
    matches: joined(matchers, any),
    sortBy: sortBy ?? (({ id }) => id),
    descending: readWord(asked['order'] ?? 'ASC', ['ASC', 'DESC'], 'order', report) === 'DESC',
    limit: readCount(asked['limit'] ?? defaultLimit, 1, 'limit', report),
    offset: readCount(asked['offset'] ?? 0, 0, 'offset', report),
  } satisfies Search;
  return problems.length === 0 ? { ok: true, search } : { ok: false, problems };
}

function readFilters(filters: unknown, report: Report): readonly Matcher[] {
  if (!Array.isArray(filters)) {
    report('filter', symfonyMessages.type('array'));
    return [];
  }
  return filters.flatMap((filter, index) => readFilter(filter, `filter[${index}]`, report) ?? []);
}

function joined(matchers: readonly Matcher[], any: boolean): Matcher {
  // An empty OR would match nobody; no filter at all asks for everybody.
  return any && matchers.length > 0
    ? (customer) => matchers.some((matches) => matches(customer))
    : (customer) => matchers.every((matches) => matches(customer));
}

/** Both "DESC" and "desc" stand in the documentation's examples. */
function readWord(
  value: unknown,
  words: readonly string[],
  path: string,
  report: Report,
): string | undefined {
  const word = words.find(
    (candidate) => candidate === (typeof value === 'string' ? value.toUpperCase() : value),
  );
  if (word === undefined) {
    report(path, symfonyMessages.choice);
  }
  return word;
}

function readCount(value: unknown, least: 0 | 1, path: string, report: Report): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    report(path, symfonyMessages.type('integer'));
    return least;
  }
  if (value < least) {
    report(path, least === 1 ? symfonyMessages.positive : symfonyMessages.positiveOrZero);
  }
  return value;
}
